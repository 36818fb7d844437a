using System.Collections.Immutable;
using StagingHarness.Scenarios.Documents;
using StagingHarness.Scenarios.Documents.Faults;
using StagingHarness.Scenarios.Documents.Steps;
using StagingHarness.Scenarios.Validation;

namespace StagingHarness.Scenarios.Planning.Faults;

/// <summary>The instances that a fault hits: those that it names, or some of a service's, drawn from the scenario's seed.</summary>
internal static class FaultTargets
{
    /// <summary>In the order of their names' numbers; empty when they cannot be told, which is a finding.</summary>
    public static ImmutableArray<string> Of(FaultStepDocument step, InstanceFaultDocument fault, ScenarioDocument scenario)
    {
        if (fault.Instances is { } named)
        {
            return [.. named.Value.Select(instance => instance.Value)];
        }

        var all = StageInstances.Of(scenario, fault.Service?.Value);
        var count = fault.Count?.Value ?? Defaults.FaultTargets;
        return count > all.Length ? [] : Draw(all, count, Seeds.Of(scenario.Seed?.Value ?? Defaults.Seed, step.ItsName));
    }

    private static ImmutableArray<string> Draw(ImmutableArray<string> all, int count, int seed)
    {
        // Reproducible on purpose: the seed stands in the plan, and nothing depends on nobody guessing it.
#pragma warning disable CA5394
        var chance = new Random(seed);
        var order = all.ToArray();
        chance.Shuffle(order);
#pragma warning restore CA5394
        return [.. order.Take(count).OrderBy(name => all.IndexOf(name))];
    }
}
