using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Systems.Artifacts;

/// <summary>A container image that is built from a Dockerfile.</summary>
internal sealed record DockerfileArtifactDocument : ArtifactDocument
{
    public static MappingShape<DockerfileArtifactDocument> Shape { get; } =
        new MappingShape<DockerfileArtifactDocument>(new DockerfileArtifactDocument())
            .Required("dockerfile", new FilePathShape("web/Dockerfile"), (document, value) => document with { Dockerfile = value })
            .Optional("local", LocalDocument.Shape, (document, value) => document with { Local = value });

    public override string Kind => "a Dockerfile";

    public override Spanned<string>? Origin => Dockerfile;

    public Spanned<string>? Dockerfile { get; init; }

    public Spanned<LocalDocument>? Local { get; init; }
}
