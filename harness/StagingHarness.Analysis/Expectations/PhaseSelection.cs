using System.Collections.Immutable;
using System.Globalization;
using StagingHarness.Analysis.Phases;
using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Wording;

namespace StagingHarness.Analysis.Expectations;

/// <summary>The phases that an expectation names, as the run had them.</summary>
internal sealed class PhaseSelection
{
    private readonly RunAnalysis analysis;
    private readonly ImmutableArray<Phase> present;
    private readonly ImmutableArray<string> absent;
    private readonly bool wholeRun;

    private PhaseSelection(RunAnalysis analysis, ImmutableArray<string> names)
    {
        this.analysis = analysis;
        wholeRun = names.IsEmpty;
        present = [.. names.Select(analysis.Timeline.Find).OfType<Phase>()];
        absent = [.. names.Where(name => analysis.Timeline.Find(name) is null)];
    }

    /// <summary>Why the selection is not all that was asked for; null when it is.</summary>
    public string? WhyMissing => wholeRun
        ? analysis.Timeline.TrafficFrom is null ? "no traffic began" : null
        : absent.Length switch
        {
            0 => null,
            1 => $"phase {Figures.Quoted(absent)} never began",
            _ => $"phases {Figures.Quoted(absent)} never began",
        };

    /// <summary>Phases by name; no name selects the whole run.</summary>
    public static PhaseSelection Of(RunAnalysis analysis, ImmutableArray<string> names) => new(analysis, names);

    public bool Contains(TimeSpan moment) => wholeRun || present.Any(phase => phase.Contains(moment));

    /// <summary>The instances that the gateway led to in these phases.</summary>
    public IEnumerable<string> RoutedInstances() =>
        Stretches()
            .SelectMany(stretch => analysis.Routes.TargetsDuring(stretch.From, stretch.Until))
            .Select(target => target.Instance)
            .Distinct()
            .Order(StringComparer.Ordinal);

    /// <summary><c>upgraded 14:00:18 to 14:06:21 (+9.1 s to +15.1 s)</c>, all stretches.</summary>
    public string Describe()
    {
        var described = wholeRun
            ? Stretches().Select(stretch => $"whole run {Describe(stretch)}")
            : present.SelectMany(phase => phase.Stretches.Select(stretch => $"{phase.Name} {Describe(stretch)}"));
        var text = string.Join("; ", described.Concat(absent.Select(name => $"{name} never began")));
        return text.Length == 0 ? "no traffic began" : text;
    }

    private IEnumerable<PhaseStretch> Stretches() => (wholeRun, analysis.Timeline.TrafficFrom, analysis.Timeline.TrafficUntil) switch
    {
        (false, _, _) => present.SelectMany(phase => phase.Stretches),
        (true, { } from, { } until) => [new PhaseStretch(from, until, null)],
        (true, _, _) => [],
    };

    private string Describe(PhaseStretch stretch) => string.Create(
        CultureInfo.InvariantCulture,
        $"{analysis.Clock.Show(stretch.From)} to {analysis.Clock.Show(stretch.Until)} (+{stretch.From.TotalSeconds:0.0} s to +{stretch.Until.TotalSeconds:0.0} s)");
}
