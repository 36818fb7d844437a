using System.Collections.Immutable;
using StagingHarness.Execution.Stages;
using StagingHarness.Scenarios.Plans.Checks;

namespace StagingHarness.Execution.Checks;

/// <summary>Who is asked: looked up anew for each question, since servers come and go.</summary>
internal sealed class CheckTargets(Stage stage, TargetedCheckPlan plan)
{
    /// <summary>At least one.</summary>
    /// <exception cref="NoEffectException">There is none.</exception>
    public ImmutableArray<Server> Find()
    {
        if (plan.Instance is { } instance)
        {
            return stage.Named([instance]);
        }

        var servers = stage.ServersOf(plan.Service!).ToImmutableArray();
        return servers.IsEmpty ? throw new NoEffectException($"Service '{plan.Service}' has no server on the stage, so nobody can be asked.") : servers;
    }
}
