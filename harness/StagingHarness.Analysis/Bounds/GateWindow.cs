using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Analysis.Bounds;

/// <summary>How long the window of a gate can be: from the last change above it, or as long as it says itself.</summary>
internal static class GateWindow
{
    /// <summary>Real time, at most; null when nothing bounds it.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="index">Of the gate among the plan's steps.</param>
    public static TimeSpan? Longest(ScenarioPlan plan, int index)
    {
        var since = SinceTheLastChange(plan, index);
        var over = ((GateStepPlan)plan.Steps[index]).Over is { } asked ? plan.Clock.ToReal(asked) : (TimeSpan?)null;
        return since is { } one && over is { } other ? (one < other ? one : other) : since ?? over;
    }

    private static TimeSpan? SinceTheLastChange(ScenarioPlan plan, int index)
    {
        var sum = TimeSpan.Zero;
        for (var above = index - 1; above >= 0; above--)
        {
            if (plan.Steps[above + 1].Start is StepStart.AtTime)
            {
                // Traffic flows until that time comes.
                return null;
            }

            switch (plan.Steps[above])
            {
                case WatchStepPlan watch:
                    sum += plan.Clock.ToReal(watch.Takes);
                    break;
                case GateStepPlan:
                    // It awaits the answers to what was due before it.
                    sum += plan.Traffic.Timeout;
                    break;
                case RevertStepPlan { OnRefusal: true }:
                    break;
                case var step:
                    return AfterItsChange(step, plan) is { } rest ? sum + rest : null;
            }
        }

        return null;
    }

    /// <summary>How long a step can go on once it has changed what serves: it stops what served before.</summary>
    private static TimeSpan? AfterItsChange(StepPlan step, ScenarioPlan plan) => step switch
    {
        ActivateStepPlan or ReplaceStepPlan { Surge: true } or RetireStepPlan =>
            plan.System.Service(((VersionStepPlan)step).Service).Launch.StopGrace,
        RevertStepPlan => null,
        VersionStepPlan or FaultStepPlan or HealStepPlan or ProviderStepPlan => TimeSpan.Zero,
        _ => null,
    };
}
