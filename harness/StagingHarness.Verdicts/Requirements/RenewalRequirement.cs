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
        var resumed = analysis.Record.Events.OfType<RenewalResumed>().LastOrDefault()?.Sequence > failed[^1].Sequence;
        if (RanOut(failed, resumed, analysis) is { } from)
        {
            return Inconclusive($"{asked}, and what they carried had run out at +{Figures.Seconds(from)}: from then on they were refused rightly, until they got new ones");
        }

        return resumed ? Met($"{asked}, and then got new tokens")
            : analysis.Record.Plan.Intent == Intent.Reproduce ? Met($"{asked}, and what they carried was good until the end")
            : Inconclusive($"{asked} and got none until the end, so that they were right only as long as their old ones last; the last time: {failed[^1].Why}");
    }

    /// <returns>When a token that was carried on ran out; null when none did, as far as is known.</returns>
    private static TimeSpan? RanOut(List<RenewalFailed> failed, bool resumed, RunAnalysis analysis)
    {
        if (failed.FirstOrDefault(one => one.GoodFor < TimeSpan.Zero) is { } late)
        {
            return late.At + late.GoodFor;
        }

        var until = failed[^1].At + failed[^1].GoodFor;
        return !resumed && until < analysis.Record.Events.OfType<TrafficEnded>().FirstOrDefault()?.At ? until : null;
    }
}
