using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Benchmarks.Runs;

/// <summary>How long a recorded run had to take, because its scenario says so.</summary>
internal static class ScriptedTime
{
    /// <summary>
    /// From the first request on: moments at which steps are to begin, and what steps are to take. A watch that ended early has no part in it: how soon a page
    /// goes out is not scripted.
    /// </summary>
    public static TimeSpan Of(RunRecord record)
    {
        var (plan, scripted) = (record.Plan, TimeSpan.Zero);
        foreach (var step in plan.Steps.Concat(plan.Runbook).Concat(plan.Closing))
        {
            if (record.Events.OfType<StepCompleted>().FirstOrDefault(completed => completed.Step == step.Number) is not { } completed)
            {
                continue;
            }

            if (step.Start is StepStart.AtTime at && plan.Clock.ToReal(at.Time - plan.Clock.Start) is var moment && moment > scripted)
            {
                scripted = moment;
            }

            scripted += step is WatchStepPlan && completed.Took < completed.Scripted ? TimeSpan.Zero : completed.Scripted;
        }

        return scripted;
    }
}
