using System.Collections.Immutable;
using StagingHarness.Analysis.Causes;
using StagingHarness.Analysis.Latency;
using StagingHarness.Analysis.Steps;
using StagingHarness.Analysis.Upgrades;
using StagingHarness.Verdicts;

namespace StagingHarness.Reporting.Comparing;

/// <summary>One run, as it stands in the table.</summary>
public sealed record ComparedRun
{
    /// <summary>As it was named.</summary>
    public required string Folder { get; init; }

    public required string Scenario { get; init; }

    /// <summary>Kinds of steps that changed something, in their order.</summary>
    public required ImmutableArray<string> Strategy { get; init; }

    public required string Engine { get; init; }

    /// <summary>Headline of the verdict.</summary>
    public required string Verdict { get; init; }

    public required UpgradeFigures Figures { get; init; }

    /// <summary>Of the requests that were due before the candidate took traffic.</summary>
    public required LatencySummary LatencyBefore { get; init; }

    /// <summary>Of those that the figures count.</summary>
    public required LatencySummary Latency { get; init; }

    /// <summary>What the suspected cause names; null when nothing is suspected.</summary>
    public required string? Cause { get; init; }

    public static ComparedRun Of(string folder, Verdict verdict)
    {
        var figures = UpgradeFiguresBuilder.Of(verdict.Analysis);
        return new ComparedRun
        {
            Folder = folder,
            Scenario = verdict.Analysis.Record.Plan.Name,
            Strategy = StepKinds.StrategyOf(verdict.Analysis.Steps),
            Engine = verdict.Analysis.Record.Start.Engine,
            Verdict = verdict.Headline,
            Figures = figures,
            LatencyBefore = LatencyOf(verdict, TimeSpan.MinValue, figures.CandidateFrom ?? TimeSpan.MaxValue),
            Latency = figures.CandidateFrom is { } from ? LatencyOf(verdict, from, figures.Recovered ?? TimeSpan.MaxValue) : LatencySummary.Empty,
            Cause = verdict.Cause is { } cause ? CauseWords.Shortly(cause) : null,
        };
    }

    private static LatencySummary LatencyOf(Verdict verdict, TimeSpan from, TimeSpan until)
    {
        var recorder = new LatencyRecorder();
        foreach (ref readonly var sample in verdict.Analysis.SamplesByDue.Between(from, until))
        {
            recorder.Record(sample);
        }

        return recorder.Summarize();
    }
}
