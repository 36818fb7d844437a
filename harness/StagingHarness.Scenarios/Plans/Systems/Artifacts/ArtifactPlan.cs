using System.Text.Json.Serialization;

namespace StagingHarness.Scenarios.Plans.Systems.Artifacts;

/// <summary>Something that an engine can start or put on a server.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ProjectArtifactPlan), "project")]
[JsonDerivedType(typeof(ImageArtifactPlan), "image")]
[JsonDerivedType(typeof(DockerfileArtifactPlan), "dockerfile")]
public abstract record ArtifactPlan
{
    private protected ArtifactPlan()
    {
    }

    /// <summary>Name that is unique in the plan, such as <c>portal/platform/1</c>.</summary>
    public required string Id { get; init; }

    public required SourcePlace Place { get; init; }
}
