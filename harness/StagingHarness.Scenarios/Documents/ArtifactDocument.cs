using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents;

/// <summary>Something that can be started or placed.</summary>
internal sealed record ArtifactDocument
{
    public static MappingShape<ArtifactDocument> Shape { get; } =
        new MappingShape<ArtifactDocument>(new ArtifactDocument())
            .Required(
                "project",
                new FilePathShape("releases/1.0/ClientPortal.Release.csproj"),
                (document, value) => document with { Project = value });

    public Spanned<string>? Project { get; init; }
}
