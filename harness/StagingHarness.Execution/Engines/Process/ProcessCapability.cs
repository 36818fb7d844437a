using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.Scenarios.Plans.Systems.Artifacts;

namespace StagingHarness.Execution.Engines.Process;

/// <summary>What the process engine can run.</summary>
public static class ProcessCapability
{
    /// <summary>
    /// Why this engine cannot run the plan, in one sentence with the fix, found before anything is started: the first artifact that has
    /// no local command, or whose program or required path is not installed; then the first fault that it cannot make. Null when it can.
    /// </summary>
    public static string? WhyNot(ScenarioPlan plan)
    {
        try
        {
            foreach (var artifact in UsedArtifacts.Of(plan).Where(artifact => artifact is not ProjectArtifactPlan))
            {
                LocalProgram.Locate(artifact);
            }

            return plan.AllSteps().OfType<FaultStepPlan>().Select(step => ProcessFaults.WhyNot(step.Fault)).FirstOrDefault(obstacle => obstacle is not null);
        }
        catch (NotPossibleException exception)
        {
            return exception.Message;
        }
    }
}
