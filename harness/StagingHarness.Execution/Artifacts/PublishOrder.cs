using StagingHarness.Scenarios.Plans.Systems.Artifacts;

namespace StagingHarness.Execution.Artifacts;

/// <summary>A project that is to be published, and what is known about it before.</summary>
internal sealed record PublishOrder
{
    public required ProjectArtifactPlan Plan { get; init; }

    /// <summary>Full path of the project file.</summary>
    public required string ProjectFile { get; init; }

    public required ProjectInputs Inputs { get; init; }

    public required string Key { get; init; }

    public bool IsCacheable => Inputs.Obstacles.IsEmpty;
}
