using System.Collections.Immutable;
using StagingHarness.Protocols.Provider;
using StagingHarness.Scenarios.Documents.Alerts;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Systems.Credentials;

namespace StagingHarness.Scenarios.Documents.Systems;

/// <summary>A system file as written.</summary>
internal sealed record SystemDocument
{
    public static MappingShape<SystemDocument> Shape { get; } = new MappingShape<SystemDocument>(new SystemDocument())
        .Required(
            "system",
            new SlugShape("the name of a system", "client-portal"),
            (document, value) => document with { System = value })
        .Optional("provider", ProviderDocument.Shape, (document, value) => document with { Provider = value })
        .Optional(
            "credentials",
            new NamedShape<CredentialDocument>("credential", Names.Credential, CredentialDocument.AnyShape),
            (document, value) => document with { Credentials = value })
        .Required(
            "services",
            new NamedShape<ServiceDocument>("service", Names.Service, ServiceDocument.Shape),
            (document, value) => document with { Services = value })
        .Optional(
            "jobs",
            new NamedShape<JobDocument>("job", Names.Job, JobDocument.Shape),
            (document, value) => document with { Jobs = value })
        .Optional(AlertDocument.Key, AlertDocument.Section, (document, value) => document with { Alerts = value });

    public Spanned<string>? System { get; init; }

    public Spanned<ProviderDocument>? Provider { get; init; }

    /// <summary>What the mapping files of the provider and of its contracts hold; not written here.</summary>
    public StandInMappings Mappings { get; init; } = StandInMappings.None;

    /// <summary>What calls of the provider are counted under.</summary>
    public ImmutableSortedSet<string> Endpoints => Mappings.ToNames().Union(StandInEndpoint.Paths.Keys);

    public Spanned<ImmutableArray<Named<CredentialDocument>>>? Credentials { get; init; }

    public Spanned<ImmutableArray<Named<ServiceDocument>>>? Services { get; init; }

    public Spanned<ImmutableArray<Named<JobDocument>>>? Jobs { get; init; }

    public Spanned<ImmutableArray<Named<AlertDocument>>>? Alerts { get; init; }
}
