using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.Scenarios.Plans.Systems.Artifacts;

namespace StagingHarness.Execution.Engines.Process;

/// <summary>What the process engine can run.</summary>
public static class ProcessCapability
{
    /// <summary>Why this engine cannot run the plan, in one sentence with the fix: the first of <see cref="Obstacles"/>. Null when it can.</summary>
    public static string? WhyNot(ScenarioPlan plan) => Obstacles(plan).Select(obstacle => obstacle.Why).FirstOrDefault();

    /// <summary>
    /// Everything that this engine cannot do, found before anything is started: artifacts that have no local command, or whose program or
    /// required path is not installed; then the steps whose fault it cannot make, each by its number.
    /// </summary>
    /// <returns>A sentence each, with the fix; the step is null where the whole stage is meant.</returns>
    public static IEnumerable<(string? Step, string Why)> Obstacles(ScenarioPlan plan)
    {
        foreach (var artifact in UsedArtifacts.Of(plan).Where(artifact => artifact is not ProjectArtifactPlan))
        {
            if (WhyNot(artifact) is { } obstacle)
            {
                yield return (null, obstacle);
            }
        }

        foreach (var step in plan.AllSteps().OfType<FaultStepPlan>())
        {
            if (ProcessFaults.WhyNot(step.Fault) is { } obstacle)
            {
                yield return (step.Number, obstacle);
            }
        }
    }

    private static string? WhyNot(ArtifactPlan artifact)
    {
        try
        {
            LocalProgram.Locate(artifact);
            return null;
        }
        catch (NotPossibleException exception)
        {
            return exception.Message;
        }
    }
}
