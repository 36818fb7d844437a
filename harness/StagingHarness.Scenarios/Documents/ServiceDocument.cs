using System.Collections.Immutable;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents;

/// <summary>A service of the system.</summary>
internal sealed record ServiceDocument
{
    public static MappingShape<ServiceDocument> Shape { get; } =
        new MappingShape<ServiceDocument>(new ServiceDocument())
            .Required(
                "platforms",
                new NamedShape<ArtifactDocument>("platform", Names.Platform, ArtifactDocument.Shape),
                (document, value) => document with { Platforms = value })
            .Required(
                "releases",
                new NamedShape<ArtifactDocument>("release", Names.Release, ArtifactDocument.Shape),
                (document, value) => document with { Releases = value })
            .Required("start", StartDocument.Shape, (document, value) => document with { Start = value })
            .Required("ready", ReadyDocument.Shape, (document, value) => document with { Ready = value })
            .Required("health", HealthDocument.Shape, (document, value) => document with { Health = value })
            .Required("attest", AttestDocument.Shape, (document, value) => document with { Attest = value });

    public Spanned<ImmutableArray<Named<ArtifactDocument>>>? Platforms { get; init; }

    public Spanned<ImmutableArray<Named<ArtifactDocument>>>? Releases { get; init; }

    public Spanned<StartDocument>? Start { get; init; }

    public Spanned<ReadyDocument>? Ready { get; init; }

    public Spanned<HealthDocument>? Health { get; init; }

    public Spanned<AttestDocument>? Attest { get; init; }
}
