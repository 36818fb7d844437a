using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Systems.Artifacts;

/// <summary>A .NET project.</summary>
internal sealed record ProjectArtifactDocument : ArtifactDocument
{
    public static MappingShape<ProjectArtifactDocument> Shape { get; } =
        new MappingShape<ProjectArtifactDocument>(new ProjectArtifactDocument())
            .Required(
                "project",
                new FilePathShape("releases/1.0/ClientPortal.Release.csproj"),
                (document, value) => document with { Project = value })
            .Elsewhere("local", "it belongs to an 'image' or 'dockerfile'; every engine can start a project");

    public override string Kind => "a project";

    public override Spanned<string>? Origin => Project;

    public Spanned<string>? Project { get; init; }
}
