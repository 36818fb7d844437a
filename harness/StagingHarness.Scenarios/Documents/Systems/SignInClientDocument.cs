using System.Collections.Immutable;
using StagingHarness.Protocols.Provider;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Systems;

/// <summary>A client of the provider: users are signed in for it where it has redirects; its secrets and its certificate are made for the run.</summary>
internal sealed record SignInClientDocument
{
    public static MappingShape<SignInClientDocument> Shape { get; } =
        new MappingShape<SignInClientDocument>(new SignInClientDocument())
            .Optional("redirects", Redirects(), (document, value) => document with { SignedIn = value })
            .Optional("signed-out", Redirects(), (document, value) => document with { SignedOut = value })
            .Optional(
                "certificate",
                new ChoiceShape<ClientCertificateKind>("how the client comes by its certificate"),
                (document, value) => document with { Certificate = value });

    public Spanned<ImmutableArray<Spanned<string>>>? SignedIn { get; init; }

    public Spanned<ImmutableArray<Spanned<string>>>? SignedOut { get; init; }

    /// <summary>It may show the provider a certificate; the provider is called by TLS then.</summary>
    public Spanned<ClientCertificateKind>? Certificate { get; init; }

    private static ListShape<string> Redirects() =>
        new(new RedirectShape()) { NeedsOne = "place", Distinct = true, OneIsEnough = true };
}
