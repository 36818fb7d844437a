using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Systems.Artifacts;

/// <summary>What a release of a service consists of; jobs only.</summary>
internal sealed record ReleaseArtifactDocument : ArtifactDocument
{
    public static MappingShape<ReleaseArtifactDocument> Shape { get; } =
        new MappingShape<ReleaseArtifactDocument>(new ReleaseArtifactDocument())
            .Required("release", Names.Release, (document, value) => document with { Release = value })
            .Required("of", Names.Service, (document, value) => document with { Of = value });

    public override string Kind => "a release";

    public override Spanned<string>? Origin => Release;

    public Spanned<string>? Release { get; init; }

    /// <summary>The service whose release it is.</summary>
    public Spanned<string>? Of { get; init; }
}
