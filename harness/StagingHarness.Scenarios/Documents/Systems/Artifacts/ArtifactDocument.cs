using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Systems.Artifacts;

/// <summary>Something that can be started or placed, as written: one record per origin.</summary>
internal abstract record ArtifactDocument
{
    private protected ArtifactDocument()
    {
    }

    public static VariantShape<ArtifactDocument> AnyShape => Own(new VariantShape<ArtifactDocument>("artifact") { StandsAlone = true });

    /// <summary>A job may also run what a service is made of.</summary>
    public static VariantShape<ArtifactDocument> OfJobs =>
        Own(new VariantShape<ArtifactDocument>("artifact") { StandsAlone = true }).Kind("release", ReleaseArtifactDocument.Shape);

    /// <summary>The kind with its article, as findings name it.</summary>
    public abstract string Kind { get; }

    /// <summary>What it is made of: a file or an image. Null: it could not be told.</summary>
    public abstract Spanned<string>? Origin { get; }

    private static VariantShape<ArtifactDocument> Own(VariantShape<ArtifactDocument> shape) => shape
        .Kind("project", ProjectArtifactDocument.Shape)
        .Kind("image", ImageArtifactDocument.Shape)
        .Kind("dockerfile", DockerfileArtifactDocument.Shape);
}
