using System.Collections.Immutable;
using StagingHarness.Scenarios.Plans.Systems.Artifacts;

namespace StagingHarness.Scenarios.Plans.Systems;

/// <summary>
/// Something that is run once and ends by itself. Values may hold the placeholders of a <see cref="LaunchPlan"/>, but for those that
/// tell a server where to listen.
/// </summary>
public sealed record JobPlan
{
    public required string Name { get; init; }

    public required ArtifactPlan Artifact { get; init; }

    /// <summary>Program and first arguments, instead of what an image would run; empty: its own.</summary>
    public required ImmutableArray<string> Command { get; init; }

    /// <summary>What follows the command, or what a project's program is given.</summary>
    public required ImmutableArray<string> Arguments { get; init; }

    public required ImmutableSortedDictionary<string, string> Environment { get; init; }

    public required ImmutableArray<LaunchFilePlan> Files { get; init; }

    /// <summary>Services whose addresses it is told.</summary>
    public required ImmutableArray<string> Needs { get; init; }

    public required ContainerPlan Container { get; init; }

    /// <summary>Real time from its start in which it must end.</summary>
    public required TimeSpan Deadline { get; init; }
}
