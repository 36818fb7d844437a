using System.Collections.Immutable;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Wording;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Verdicts.Requirements;

/// <summary>
/// Clients that asked for new tokens in vain carried good ones all the while: who is refused with one that has run out is refused rightly, and that
/// says nothing about the servers. In a run that is to be safe they got new ones in the end, too.
/// </summary>
internal sealed class RenewalRequirement : Requirement
{
    public override string Name => "tokens renewed";

    protected override RequirementResult Examine(RunAnalysis analysis, ImmutableArray<ExpectationResult> expectations)
    {
        var failed = analysis.Record.Events.OfType<RenewalFailed>().ToList();
        if (failed.Count == 0)
        {
            return Met("the provider gave the clients every token that they asked for");
        }

        var asked = $"the clients asked in vain {Figures.Count(failed.Count, "time")}";
        if (failed.Select(one => RanOut(one, analysis)).FirstOrDefault(moment => moment is not null) is { } from)
        {
            return Inconclusive($"{asked}, and what they carried had run out at +{Figures.Seconds(from)}: from then on they were refused rightly, until they got new ones");
        }

        return Resumed(failed[^1], analysis) is not null ? Met($"{asked}, and then got new tokens")
            : analysis.Record.Plan.Intent == Intent.Reproduce && failed.TrueForAll(one => one.GoodFor is not null)
                ? Met($"{asked}, and what they carried was good until the end")
                : Inconclusive($"{asked} and got none until the end, so that they were right only as long as their old ones last; the last time: {failed[^1].Why}");
    }

    private static RenewalResumed? Resumed(RenewalFailed failed, RunAnalysis analysis) =>
        analysis.Record.Events.OfType<RenewalResumed>().FirstOrDefault(resumed => resumed.Sequence > failed.Sequence);

    /// <returns>When what was carried on ran out, before there was something new or the traffic ended; null when it did not, as far as is known.</returns>
    private static TimeSpan? RanOut(RenewalFailed failed, RunAnalysis analysis)
    {
        var needed = Resumed(failed, analysis)?.At ?? analysis.Record.Events.OfType<TrafficEnded>().FirstOrDefault()?.At ?? analysis.Record.Events[^1].At;
        return failed.At + failed.GoodFor is { } until && until < needed ? until : null;
    }
}
