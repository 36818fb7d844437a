using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Analysis.Steps;

/// <summary>
/// The stretch whose traffic measures the end state: as long as the plan says, and later than the last change of the stage. What was watched
/// unchanged before the closing step counts; where something changed just before it, it waits.
/// </summary>
public static class EndStateWindow
{
    /// <summary>Its length in real time; zero where the plan measures no end state.</summary>
    public static TimeSpan Of(ScenarioPlan plan) => plan.Closing.OfType<VerifyStepPlan>().Select(step => step.Window).FirstOrDefault();

    /// <summary>When it begins, real time since the epoch.</summary>
    /// <param name="stepStarted">When the closing step began.</param>
    /// <param name="lastChange">When the stage was last changed before that.</param>
    /// <param name="step">The closing step.</param>
    public static TimeSpan Start(TimeSpan stepStarted, TimeSpan lastChange, VerifyStepPlan step)
    {
        var earliest = stepStarted - step.Window;
        return lastChange > earliest ? lastChange : earliest;
    }
}
