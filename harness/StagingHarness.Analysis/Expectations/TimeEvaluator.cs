using System.Collections.Immutable;
using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Wording;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Analysis.Expectations;

/// <summary>Measures the time from one milestone to another.</summary>
internal static class TimeEvaluator
{
    public static ExpectationResult Evaluate(TimeExpectationPlan plan, RunAnalysis analysis)
    {
        ImmutableArray<Milestone> missing = [.. ((Milestone[])[plan.From, plan.To]).Where(milestone => analysis.Milestones.At(milestone) is null)];
        var samples = new ExpectationSamples("milestone", 2 - missing.Length, 2, 0, ImmutableSortedDictionary<string, long>.Empty);
        return ExpectationResult.Of(plan, Assess(plan, missing, analysis), samples, PhaseSelection.Of(analysis, []));
    }

    private static Assessment Assess(TimeExpectationPlan plan, ImmutableArray<Milestone> missing, RunAnalysis analysis)
    {
        if (analysis.Milestones.Between(plan.From, plan.To) is not { } passed)
        {
            var got = $"{Figures.Quoted(missing.Select(ExpectationWords.Name))} did not come";
            return analysis.WhyIncomplete is { } incomplete
                ? new Assessment(Standing.Inconclusive, got, incomplete)
                : new Assessment(Standing.NotMet, got, null);
        }

        var clock = analysis.Record.Plan.Clock;
        var measured = $"{Figures.Seconds(passed)} (real time; {clock.ToIncident(passed)} on the incident's clock)";
        if (passed < TimeSpan.Zero)
        {
            return new Assessment(
                Standing.NotMet,
                $"'{ExpectationWords.Name(plan.To)}' came {Figures.Seconds(-passed)} (real time) before '{ExpectationWords.Name(plan.From)}'",
                null);
        }

        var tooShort = plan.AtLeast is { } least && passed < clock.ToReal(least);
        var tooLong = plan.AtMost is { } most && passed > clock.ToReal(most);
        return new Assessment(tooShort || tooLong ? Standing.NotMet : Standing.Met, measured, null);
    }
}
