using System.Collections.Immutable;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Systems.Artifacts;
using StagingHarness.Scenarios.Documents.Systems.Attestation;
using StagingHarness.Scenarios.Documents.Systems.Readiness;

namespace StagingHarness.Scenarios.Documents.Systems;

/// <summary>A service of the system.</summary>
internal sealed record ServiceDocument
{
    public static MappingShape<ServiceDocument> Shape { get; } =
        new MappingShape<ServiceDocument>(new ServiceDocument())
            .Optional(
                "platforms",
                new NamedShape<ArtifactDocument>("platform", Names.Platform, ArtifactDocument.AnyShape),
                (document, value) => document with { Platforms = value })
            .WhenWritten("platforms", document => document with { HasPlatforms = true })
            .Required(
                "releases",
                new NamedShape<ArtifactDocument>("release", Names.Release, ArtifactDocument.AnyShape),
                (document, value) => document with { Releases = value })
            .Optional(
                "configurations",
                new NamedShape<ConfigurationDocument>("configuration", Names.Configuration, ConfigurationDocument.Shape),
                (document, value) => document with { Configurations = value })
            .WhenWritten("configurations", document => document with { HasConfigurations = true })
            .Optional(
                "needs",
                new ListShape<string>(Names.Service) { Distinct = true },
                (document, value) => document with { Needs = value })
            .Required("start", StartDocument.Shape, (document, value) => document with { Start = value })
            .Optional("container", ContainerDocument.Shape, (document, value) => document with { Container = value })
            .Required("ready", ReadyDocument.AnyShape, (document, value) => document with { Ready = value })
            .Optional("health", HealthDocument.Shape, (document, value) => document with { Health = value })
            .WhenWritten("health", document => document with { HasHealth = true })
            .Required("attest", AttestDocument.AnyShape, (document, value) => document with { Attest = value })
            .Elsewhere("port", "it belongs below 'start'")
            .Elsewhere("files", "it belongs below 'start'")
            .Elsewhere("environment", "it belongs below 'start'")
            .Elsewhere("image", "it belongs to a release: 'releases: { \"1.0\": { image: ... } }'")
            .Elsewhere("dockerfile", "it belongs to a release: 'releases: { \"1.0\": { dockerfile: ... } }'")
            .Elsewhere("project", "it belongs to a release or platform: 'releases: { \"1.0\": { project: ... } }'");

    public Spanned<ImmutableArray<Named<ArtifactDocument>>>? Platforms { get; init; }

    /// <summary>Also true when what is written there could not be read.</summary>
    public bool HasPlatforms { get; init; }

    public Spanned<ImmutableArray<Named<ArtifactDocument>>>? Releases { get; init; }

    public Spanned<ImmutableArray<Named<ConfigurationDocument>>>? Configurations { get; init; }

    /// <summary>Also true when what is written there could not be read.</summary>
    public bool HasConfigurations { get; init; }

    public Spanned<ImmutableArray<Spanned<string>>>? Needs { get; init; }

    public Spanned<StartDocument>? Start { get; init; }

    public Spanned<ContainerDocument>? Container { get; init; }

    public Spanned<ReadyDocument>? Ready { get; init; }

    public Spanned<HealthDocument>? Health { get; init; }

    /// <summary>Also true when what is written there could not be read.</summary>
    public bool HasHealth { get; init; }

    public Spanned<AttestDocument>? Attest { get; init; }
}
