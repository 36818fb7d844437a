using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Systems.Artifacts;

/// <summary>A container image.</summary>
internal sealed record ImageArtifactDocument : ArtifactDocument
{
    public static MappingShape<ImageArtifactDocument> Shape { get; } =
        new MappingShape<ImageArtifactDocument>(new ImageArtifactDocument())
            .Required("image", new ImageReferenceShape(), (document, value) => document with { Image = value })
            .Optional("local", LocalDocument.Shape, (document, value) => document with { Local = value });

    public override string Kind => "an image";

    public override Spanned<string>? Origin => Image;

    public Spanned<string>? Image { get; init; }

    public Spanned<LocalDocument>? Local { get; init; }
}
