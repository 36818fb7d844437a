using StagingHarness.Analysis.Runs;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Verdicts;

namespace StagingHarness.Reporting.Tuning;

/// <summary>One recorded run that thresholds are tried on, and which kind of run it was by its verdict.</summary>
public sealed record TunedRun
{
    /// <summary>As it was named.</summary>
    public required string Folder { get; init; }

    public required string Scenario { get; init; }

    /// <summary>Headline of the verdict.</summary>
    public required string Verdict { get; init; }

    public required TunedKind Kind { get; init; }

    public required RunAnalysis Analysis { get; init; }

    /// <summary>When the first wrong answer of the outage was due, real time since the epoch; null when there was none.</summary>
    public TimeSpan? Onset => Analysis.Milestones.At(Milestone.OutageStarted) ?? Analysis.Outages.Longest?.From;

    /// <summary>When that outage had ended, real time since the epoch; null when there was none, or it did not end while it was watched.</summary>
    public TimeSpan? Recovered => Analysis.Outages.All.LastOrDefault(outage => outage.From <= Onset) is { Ended: true, Until: var until } ? until : null;

    public static TunedRun Of(string folder, Verdict verdict)
    {
        var run = new TunedRun
        {
            Folder = folder,
            Scenario = verdict.Analysis.Record.Plan.Name,
            Verdict = verdict.Headline,
            Kind = TunedKind.Neither,
            Analysis = verdict.Analysis,
        };
        return run with { Kind = KindOf(verdict, run.Onset) };
    }

    private static TunedKind KindOf(Verdict verdict, TimeSpan? onset) => (verdict.Analysis.Record.Plan.Intent, verdict.Outcome) switch
    {
        (Intent.Protect, Outcome.Passed) when verdict.Analysis.Record.Plan.ProtectFrom is null => TunedKind.Good,
        (Intent.Reproduce, Outcome.Passed) or (Intent.Protect, Outcome.Failed) when onset is not null => TunedKind.Bad,
        _ => TunedKind.Neither,
    };
}
