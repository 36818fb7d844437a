using System.Collections.Immutable;
using StagingHarness.Scenarios.Documents;

namespace StagingHarness.Scenarios.Validation;

/// <summary>The names of the instances that stand on the stage at the start.</summary>
internal static class StageInstances
{
    /// <summary>All of them; of one service, when it is given.</summary>
    public static ImmutableArray<string> Of(ScenarioDocument scenario, string? service) =>
    [
        .. from placement in scenario.Stage?.Value ?? []
           where service is null || placement.Name.Value == service
           from number in Enumerable.Range(1, placement.Value?.Value.Instances?.Value ?? 0)
           select $"{placement.Name.Value}-{number}",
    ];
}
