using System.Collections.Immutable;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Execution.Hooks;

/// <summary>The code that is handed in with a run, by its name.</summary>
public static class RunHooks
{
    /// <exception cref="HookMissingException">The plan runs one that is not among them.</exception>
    public static void Check(ScenarioPlan plan, IEnumerable<string> known)
    {
        ImmutableSortedSet<string> names = [.. known];
        if (plan.AllSteps().OfType<HookStepPlan>().FirstOrDefault(step => !names.Contains(step.Hook)) is { } missing)
        {
            throw new HookMissingException(missing.Number, missing.Hook, names.IsEmpty ? "" : $", but '{string.Join("', '", names)}'");
        }
    }
}
