using System.Collections.Immutable;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Wording;
using StagingHarness.History.Events;

namespace StagingHarness.Verdicts.Requirements;

/// <summary>The journal is whole, the run went through, and nothing of it is left behind.</summary>
internal sealed class JournalRequirement : Requirement
{
    public override string Name => "journal whole, nothing left behind";

    protected override RequirementResult Examine(RunAnalysis analysis, ImmutableArray<ExpectationResult> expectations)
    {
        var record = analysis.Record;
        if (record.JournalDamage is { } damage)
        {
            return Inconclusive($"the journal is damaged: {damage}");
        }

        if (record.Events.Where((happened, index) => happened.Sequence != index).FirstOrDefault() is { } misplaced)
        {
            return Inconclusive($"the journal is not whole: event {misplaced.Sequence} is out of place");
        }

        return analysis.Ended switch
        {
            null => Inconclusive("the journal ends without its last event: the run was cut off"),
            { Ending: not RunEnding.Completed } ended => Inconclusive($"the run did not go through: {ended.Cause ?? "no cause is given"}"),
            { LeftBehind.IsEmpty: false } ended => Inconclusive($"left behind: {Figures.Joined(ended.LeftBehind)}"),
            _ => Met($"{Figures.Count(record.Events.Length, "event")}, the last one says that nothing is left behind"),
        };
    }
}
