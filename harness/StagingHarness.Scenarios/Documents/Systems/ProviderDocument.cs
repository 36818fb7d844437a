using System.Collections.Immutable;
using StagingHarness.Scenarios.Documents.Facets;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Systems;

/// <summary>The third-party auth provider.</summary>
internal sealed record ProviderDocument
{
    public static MappingShape<ProviderDocument> Shape { get; } =
        new MappingShape<ProviderDocument>(new ProviderDocument())
            .Optional(
                "audience",
                new TextShape("an audience", "client-portal"),
                (document, value) => document with { Audience = value })
            .WhenWritten("audience", document => document with { HasAudience = true })
            .Optional(
                "token-lifetime",
                new RealDurationShape(),
                (document, value) => document with { TokenLifetime = value })
            .Optional("tls", new FlagShape(), (document, value) => document with { Tls = value })
            .Optional(
                "clients",
                new NamedShape<SignInClientDocument>("client", Names.Client, SignInClientDocument.Shape),
                (document, value) => document with { Clients = value })
            .Optional(
                "users",
                new NamedShape<SignInUserDocument>("user", Names.User, SignInUserDocument.Shape),
                (document, value) => document with { Users = value })
            .Optional("mappings", FacetsDocument.MappingFiles, (document, value) => document with { Mappings = value })
            .Optional(
                "contracts",
                new NamedShape<FacetsDocument>("contract", Names.Contract, FacetsDocument.ContractShape),
                (document, value) => document with { Contracts = value });

    public Spanned<string>? Audience { get; init; }

    /// <summary>Also true when what is written there could not be read.</summary>
    public bool HasAudience { get; init; }

    public Spanned<TimeSpan>? TokenLifetime { get; init; }

    /// <summary>It is called by TLS.</summary>
    public Spanned<bool>? Tls { get; init; }

    /// <summary>Those for which it signs users in.</summary>
    public Spanned<ImmutableArray<Named<SignInClientDocument>>>? Clients { get; init; }

    public Spanned<ImmutableArray<Named<SignInUserDocument>>>? Users { get; init; }

    /// <summary>Files of what it answers beside its own endpoints.</summary>
    public Spanned<ImmutableArray<Spanned<string>>>? Mappings { get; init; }

    /// <summary>Versions of the provider that scenarios move it to.</summary>
    public Spanned<ImmutableArray<Named<FacetsDocument>>>? Contracts { get; init; }
}
