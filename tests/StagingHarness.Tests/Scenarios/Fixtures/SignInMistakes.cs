using static StagingHarness.Tests.Scenarios.Fixtures.ScenarioFixture;

namespace StagingHarness.Tests.Scenarios.Fixtures;

/// <summary>Mistakes about who signs in at the provider, and for whom.</summary>
internal static class SignInMistakes
{
    private const string Issuer = "ISSUER: \"{provider.issuer}\"";

    public static IReadOnlyList<Mistake> All { get; } =
    [
        new("SH0071", "users without a client", With("users: { alice: {} }")),
        new("SH0020", "a redirect that is no URL", With("clients: { shop-site: { redirects: signin-oidc } }")),
        new("SH0012", "a password that is written down", With("clients: { shop-site: { redirects: /signin } }, users: { alice: { password: x } }")),
        new(
            "SH0034",
            "the secret of a client that is misspelt",
            With("clients: { shop-site: { redirects: /signin } }").And(Issuer, "ISSUER: \"{provider.clients.shop-sit.secret}\"")),
        new("SH0034", "the next secret of a credential", fixture => fixture.Replace(SystemFile, Issuer, "ISSUER: \"{provider.clients.shop-web.next-secret}\"")),
        new(
            "SH0041",
            "the next secret of a client in an argument",
            With("clients: { shop-site: {} }").And("arguments: [--quiet]", "arguments: [\"{provider.clients.shop-site.next-secret}\"]")),
        new(
            "SH0041",
            "the private key of a client in an argument",
            With("clients: { shop-site: {} }").And("arguments: [--quiet]", "arguments: [\"{provider.clients.shop-site.private-key}\"]")),
        new(
            "SH0041",
            "the password of a user in an argument",
            With("clients: { shop-site: { redirects: /signin } }").And("arguments: [--quiet]", "arguments: [\"{provider.users.user.password}\"]")),
        new("SH0250", "a client with a certificate where there is no handshake", With("clients: { shop-site: { certificate: issued } }")),
        new("SH0024", "a certificate that comes from nowhere", With("tls: true, clients: { shop-site: { certificate: bought } }")),
        new(
            "SH0034",
            "the certificate of a client that has none",
            With("tls: true, clients: { shop-site: {} }").And(Issuer, "ISSUER: \"{provider.clients.shop-site.certificate}\"")),
    ];

    private static Action<ScenarioFixture> With(string keys) =>
        fixture => fixture.Replace(SystemFile, "token-lifetime: 30m }", $"token-lifetime: 30m, {keys} }}");
}
