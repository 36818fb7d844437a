using System.Collections.Immutable;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Wording;
using StagingHarness.History.Events;

namespace StagingHarness.Verdicts.Requirements;

/// <summary>A safe upgrade passes its gates; one that a gate refused is not safe, whatever the way back was like.</summary>
internal sealed class GateRequirement : Requirement
{
    public override string Name => "every gate lets the upgrade go on";

    protected override RequirementResult Examine(RunAnalysis analysis, ImmutableArray<ExpectationResult> expectations)
    {
        var decisions = analysis.Record.Events.OfType<GateDecided>().ToArray();
        return decisions.FirstOrDefault(decided => decided.Refuses) is { } refusal
            ? NotMet(GateWords.Of(refusal)) with { SpeaksFirst = true }
            : Met(decisions.Length == 0 ? "no gate was reached" : $"{Figures.Count(decisions.Length, "decision")}, none of them a refusal");
    }
}
