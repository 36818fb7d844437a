using System.Collections.Immutable;
using StagingHarness.Analysis.Runs;

namespace StagingHarness.Reporting.Html.Charts;

/// <summary>The one axis of time that all lanes share.</summary>
/// <param name="From">Real time since the epoch at its left end.</param>
/// <param name="Until">The same at its right end.</param>
internal sealed record ChartAxis(TimeSpan From, TimeSpan Until)
{
    public const double Left = 150;
    public const double Right = 1180;
    public const double Width = 1200;

    private const int MostTicks = 9;

    private static readonly ImmutableArray<double> Steps = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 14400, 43200, 86400];

    /// <summary>From shortly before the traffic to shortly after it; everything that is known where there was none.</summary>
    public static ChartAxis Of(RunAnalysis analysis)
    {
        var end = analysis.Record.Events[^1].At;
        if (analysis.Timeline is not { TrafficFrom: { } from, TrafficUntil: { } until })
        {
            return new ChartAxis(TimeSpan.Zero, end > TimeSpan.FromSeconds(1) ? end : TimeSpan.FromSeconds(1));
        }

        var length = until > from ? until - from : TimeSpan.FromSeconds(1);
        var margin = Least(TimeSpan.FromSeconds(2), length / 20);
        return new ChartAxis(from > margin ? from - margin : TimeSpan.Zero, from + length + margin);
    }

    public double X(TimeSpan at) => Left + (Math.Clamp((at - From) / (Until - From), 0, 1) * (Right - Left));

    public bool Contains(TimeSpan at) => at >= From && at <= Until;

    /// <summary>Round seconds, few enough to be read.</summary>
    public IEnumerable<TimeSpan> Ticks()
    {
        var seconds = (Until - From).TotalSeconds;
        var step = Steps.FirstOrDefault(step => seconds / step <= MostTicks, Steps[^1]);
        for (var at = Math.Ceiling(From.TotalSeconds / step) * step; at <= Until.TotalSeconds; at += step)
        {
            yield return TimeSpan.FromSeconds(at);
        }
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
