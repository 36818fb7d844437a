using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Systems.Credentials;

/// <summary>An access token of the provider.</summary>
internal sealed record ProviderCredentialDocument : CredentialDocument
{
    public static MappingShape<ProviderCredentialDocument> Shape { get; } =
        new MappingShape<ProviderCredentialDocument>(new ProviderCredentialDocument())
            .Required("header", new HeaderNameShape("the name of a request header", "X-Api-Key"), (document, value) => document with { Header = value })
            .Required(
                "from",
                new ChoiceShape<CredentialOrigin>("an origin of credentials"),
                (document, value) => document with { From = value })
            .Required(
                "client",
                new SlugShape("the name of a client", "portal-web"),
                (document, value) => document with { Client = value });

    public Spanned<CredentialOrigin>? From { get; init; }

    public Spanned<string>? Client { get; init; }
}
