using System.Collections.Immutable;

namespace StagingHarness.Scenarios.Plans.Systems;

/// <summary>A configuration of a service: what it lays over the service's own environment and files.</summary>
public sealed record ConfigurationPlan
{
    public required ImmutableSortedDictionary<string, string> Environment { get; init; }

    public required ImmutableArray<LaunchFilePlan> Files { get; init; }

    /// <summary>The launch with this configuration: what has a name that the launch has, too, takes its place.</summary>
    public LaunchPlan Over(LaunchPlan launch) => launch with
    {
        Environment = launch.Environment.SetItems(Environment),
        Files = [.. launch.Files.Where(file => Files.All(other => other.Name != file.Name)), .. Files],
    };
}
