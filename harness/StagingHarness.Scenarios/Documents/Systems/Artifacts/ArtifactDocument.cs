using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Systems.Artifacts;

/// <summary>Something that can be started or placed, as written: one record per origin.</summary>
internal abstract record ArtifactDocument
{
    private protected ArtifactDocument()
    {
    }

    public static VariantShape<ArtifactDocument> AnyShape { get; } =
        new VariantShape<ArtifactDocument>("artifact") { StandsAlone = true }
            .Kind("project", ProjectArtifactDocument.Shape)
            .Kind("image", ImageArtifactDocument.Shape)
            .Kind("dockerfile", DockerfileArtifactDocument.Shape);

    /// <summary>The kind with its article, as findings name it.</summary>
    public abstract string Kind { get; }

    /// <summary>What it is made of: a file or an image. Null: it could not be told.</summary>
    public abstract Spanned<string>? Origin { get; }
}
