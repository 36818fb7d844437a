using System.Collections.Immutable;
using StagingHarness.Protocols.Provider;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Facets;

/// <summary>How the provider differs from a plain one, facet by facet. What is left out stays as it is.</summary>
internal sealed record FacetsDocument
{
    /// <summary>Of a contract in a system file.</summary>
    public static MappingShape<FacetsDocument> ContractShape { get; } = new MappingShape<FacetsDocument>(new FacetsDocument()) { NeedsOne = true }
        .Optional("issuer", Text("an issuer", "\"{issuer}/\""), (document, value) => document with { Issuer = value })
        .Optional("token-issuer", Text("an issuer", "\"{issuer}/\""), (document, value) => document with { TokenIssuer = value })
        .Optional("audience", Text("an audience", "api://portal"), (document, value) => document with { Audience = value })
        .Optional("token-type", Text("a type of token", "at+jwt"), (document, value) => document with { TokenType = value })
        .Optional("sign-with", new ChoiceShape<SigningAlgorithm>("an algorithm"), (document, value) => document with { SignWith = value })
        .Optional("key-set", new ChoiceShape<KeySetMode>("what the key set shows"), (document, value) => document with { KeySet = value })
        .Optional(
            "other-keys",
            new ListShape<string>(new JsonObjectShape("member")) { NeedsOne = "key" },
            (document, value) => document with { OtherKeys = value })
        .Optional("claims", new JsonObjectShape("claim"), (document, value) => document with { Claims = value })
        .Optional(
            "claim-lists",
            new NamedShape<int>("claim", Text("a claim", "groups"), new CountShape { Least = 1, Most = 10_000, Usual = 800 }),
            (document, value) => document with { ClaimLists = value })
        .Optional("metadata", new JsonObjectShape("member"), (document, value) => document with { Metadata = value })
        .Optional("token-answer", new JsonObjectShape("member"), (document, value) => document with { TokenAnswer = value })
        .Optional("certificate", new ChoiceShape<ServedCertificate>("a certificate"), (document, value) => document with { Certificate = value })
        .Optional("tls", TlsRuleDocument.Shape, (document, value) => document with { Tls = value })
        .Optional("http", HttpRuleDocument.Shape, (document, value) => document with { Http = value })
        .Optional(
            "client-authentication",
            new ListShape<ClientProof>(new ChoiceShape<ClientProof>("a proof of who a client is")) { NeedsOne = "proof", Distinct = true, OneIsEnough = true },
            (document, value) => document with { ClientAuthentication = value })
        .Optional("client-secrets", new ChoiceShape<ClientSecretMode>("which secrets of clients are taken"), (document, value) => document with { ClientSecrets = value })
        .Optional(
            "pushed-authorization",
            new ChoiceShape<PushedAuthorization>("what becomes of pushed requests"),
            (document, value) => document with { PushedAuthorization = value })
        .Optional("proof-key", new ChoiceShape<PkceMode>("whether a sign-in needs a proof key"), (document, value) => document with { ProofKey = value })
        .Optional("dpop", new ChoiceShape<DpopMode>("whether tokens are bound to keys"), (document, value) => document with { Dpop = value })
        .Optional("refresh", RefreshDocument.Shape, (document, value) => document with { Refresh = value })
        .Optional("mappings", MappingFiles, (document, value) => document with { Mappings = value })
        .Optional(
            "endpoints",
            new NamedShape<EndpointRuleDocument>("endpoint", new TextShape("an endpoint of the provider", "discovery"), EndpointRuleDocument.Shape),
            (document, value) => document with { Endpoints = value });

    /// <summary>Of a step.</summary>
    public static MappingShape<FacetsDocument> Shape { get; } = ContractShape.Without(
        "mappings", "a contract of the system file has 'mappings' of its own, and the step moves to it: 'contract: v2'");

    public Spanned<string>? Issuer { get; init; }

    public Spanned<string>? TokenIssuer { get; init; }

    public Spanned<string>? Audience { get; init; }

    public Spanned<string>? TokenType { get; init; }

    public Spanned<SigningAlgorithm>? SignWith { get; init; }

    public Spanned<KeySetMode>? KeySet { get; init; }

    /// <summary>Each is JSON.</summary>
    public Spanned<ImmutableArray<Spanned<string>>>? OtherKeys { get; init; }

    public Spanned<ImmutableArray<Named<int>>>? ClaimLists { get; init; }

    /// <summary>JSON, as are the two below.</summary>
    public Spanned<string>? Claims { get; init; }

    public Spanned<string>? Metadata { get; init; }

    public Spanned<string>? TokenAnswer { get; init; }

    public Spanned<ImmutableArray<Spanned<ClientProof>>>? ClientAuthentication { get; init; }

    public Spanned<ClientSecretMode>? ClientSecrets { get; init; }

    public Spanned<ServedCertificate>? Certificate { get; init; }

    public Spanned<TlsRuleDocument>? Tls { get; init; }

    public Spanned<HttpRuleDocument>? Http { get; init; }

    public Spanned<PushedAuthorization>? PushedAuthorization { get; init; }

    public Spanned<PkceMode>? ProofKey { get; init; }

    public Spanned<DpopMode>? Dpop { get; init; }

    public Spanned<RefreshDocument>? Refresh { get; init; }

    public Spanned<ImmutableArray<Named<EndpointRuleDocument>>>? Endpoints { get; init; }

    /// <summary>Of a contract alone: the mappings that take the place of the provider's.</summary>
    public Spanned<ImmutableArray<Spanned<string>>>? Mappings { get; init; }

    /// <summary>Files of mappings, and folders of them.</summary>
    public static ListShape<string> MappingFiles => new(new FilePathShape("rates/v1.json")) { NeedsOne = "file", Distinct = true, OneIsEnough = true };

    private static TextShape Text(string wanted, string sample) => new(wanted, sample);
}
