using StagingHarness.Analysis.Columns;
using StagingHarness.Analysis.Generators;
using StagingHarness.Analysis.Moments;
using StagingHarness.Verdicts;

namespace StagingHarness.Reporting.Runs;

/// <summary>What a report is printed from: one run with its verdict, or the reason why nothing can be told of it.</summary>
public sealed record RunReport
{
    /// <summary>A chart has so many columns at most: one a pixel.</summary>
    public const int MostColumns = 1000;

    private RunReport()
    {
    }

    /// <summary>Of the scenario; of the folder when nothing else is known.</summary>
    public required string Name { get; init; }

    /// <summary>Null when the run cannot be read.</summary>
    public required JudgedRun? Run { get; init; }

    /// <summary>Why the run cannot be read; null when it can.</summary>
    public required string? WhyUnreadable { get; init; }

    public static RunReport Of(Verdict verdict) => new()
    {
        Name = verdict.Analysis.Record.Plan.Name,
        Run = new JudgedRun
        {
            Verdict = verdict,
            Moments = RunMoments.Of(verdict.Analysis),
            Spans = IncidentSpans.Of(verdict.Analysis),
            Columns = TrafficColumns.Of(verdict.Analysis, MostColumns),
            Generator = GeneratorFigures.Of(verdict.Analysis),
        },
        WhyUnreadable = null,
    };

    /// <summary>The run ended before there was a plan, or it is none that this build reads.</summary>
    /// <param name="name">Name of its folder.</param>
    /// <param name="reason">Why, in a sentence.</param>
    public static RunReport Unreadable(string name, string reason) => new() { Name = name, Run = null, WhyUnreadable = reason };
}
