using StagingHarness.Analysis.Phases;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Analysis.Bounds;

/// <summary>How long phases last when no step takes longer than it is scripted.</summary>
internal static class PlannedPhases
{
    /// <summary>
    /// Real time; null where the plan alone does not tell: the phase is none that a step begins, a page may end it, or a step within it takes as long as it takes.
    /// </summary>
    public static TimeSpan? LengthOf(ScenarioPlan plan, string phase)
    {
        var steps = plan.Steps;
        var begins = steps.Select((step, index) => (step, index)).Where(one => (StepPhases.BegunBy(one.step) ?? StepPhases.BegunBeside(one.step)) == phase).ToArray();
        if (begins is not [(_, var first)] || !plan.Runbook.IsEmpty)
        {
            return null;
        }

        var end = first + 1;
        while (end < steps.Length && !Ends(steps[end]))
        {
            if (steps[end] is not (WatchStepPlan or GateStepPlan))
            {
                return null;
            }

            end++;
        }

        return (end < steps.Length ? Start(plan, end) : End(plan, end - 1) + Closing(plan)) - End(plan, first);
    }

    private static bool Ends(StepPlan step) => StrategyPhases.EndsPhase(step) || StepPhases.BegunBeside(step) is not null;

    /// <summary>When a step begins at the earliest, counted from the first request.</summary>
    private static TimeSpan Start(ScenarioPlan plan, int index)
    {
        var before = index == 0 ? TimeSpan.Zero : End(plan, index - 1);
        return plan.Steps[index].Start is StepStart.AtTime at && plan.Clock.ToReal(at.Time - plan.Clock.Start) is var moment && moment > before ? moment : before;
    }

    private static TimeSpan End(ScenarioPlan plan, int index) => Start(plan, index) + plan.Clock.ToReal(plan.Steps[index].Takes);

    /// <summary>The end state is measured under the traffic, too.</summary>
    private static TimeSpan Closing(ScenarioPlan plan) => plan.Closing.OfType<VerifyStepPlan>()
        .SelectMany(verify => (IEnumerable<TimeSpan>)[verify.Window, new TrafficPace(plan.Traffic).LeastFor(verify.MinimumSamples)])
        .DefaultIfEmpty()
        .Max();
}
