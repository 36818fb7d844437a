using System.Collections.Immutable;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Wording;
using StagingHarness.History.Events;

namespace StagingHarness.Verdicts.Requirements;

/// <summary>
/// Clients that asked for new tokens in vain got some in the end. Those that did not live on what they had, and nothing says that this is to be so
/// in a run that is to be safe; where a failure is described, its expectations say what comes of it.
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
        return analysis.Record.Events.OfType<RenewalResumed>().LastOrDefault() is { } resumed && resumed.Sequence > failed[^1].Sequence
            ? Met($"{asked}, and then got new tokens")
            : Inconclusive($"{asked} and got none until the end, so that they were right only as long as their old ones last; the last time: {failed[^1].Why}");
    }
}
