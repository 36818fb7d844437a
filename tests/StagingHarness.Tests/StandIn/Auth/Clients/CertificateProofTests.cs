using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using NUnit.Framework;
using StagingHarness.Protocols.Provider;
using StagingHarness.StandIn.Auth;
using StagingHarness.StandIn.Auth.Answers;
using StagingHarness.StandIn.Auth.Clients;
using StagingHarness.StandIn.Auth.Proofs;
using StagingHarness.StandIn.Auth.State;
using StagingHarness.StandIn.Auth.Tokens;
using static StagingHarness.Protocols.Provider.ClientCertificateKind;

namespace StagingHarness.Tests.StandIn.Auth.Clients;

/// <summary>Clients that prove who they are by a certificate, and tokens that are bound to it, in virtual time.</summary>
public sealed class CertificateProofTests
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2023, 5, 13, 14, 0, 0, TimeSpan.Zero));
    private SigningKey key = null!;
    private ClientCertificates certificates = null!;

    [OneTimeSetUp]
    public void CreateKey()
    {
        key = SigningKey.Create("ES256");
        certificates = new ClientCertificates(time.GetUtcNow());
    }

    [OneTimeTearDown]
    public void DisposeKey() => key.Dispose();

    [Test]
    public void Client_that_shows_its_certificate_gets_a_token_that_is_bound_to_it([Values] ClientCertificateKind kind)
    {
        var provider = Provider(kind);
        using var own = certificates.Own(kind);

        var answer = Ask(provider, own);

        (answer.Status, SignInProvider.Text(answer, "token_type")).Should().Be((200, "Bearer"));
        ConfirmationOf(answer).Should().Be($$"""{"x5t#S256":"{{HashOf(own)}}"}""");
        provider.Introspect(Call(own, ("token", SignInProvider.Text(answer, "access_token")))).Body.Should().Contain($"\"cnf\":{{\"x5t#S256\":\"{HashOf(own)}\"}}");
    }

    [TestCase(Issued, "of another client")]
    [TestCase(Issued, "of another CA")]
    [TestCase(Issued, "self-signed")]
    [TestCase(Issued, "of a server")]
    [TestCase(SelfSigned, "of another client")]
    [TestCase(SelfSigned, "self-signed")]
    public void Certificate_that_is_not_its_own_proves_nothing(ClientCertificateKind kind, string fault)
    {
        using var foreign = certificates.Foreign(fault);

        Refused(Ask(Provider(kind), foreign), "shows no certificate of the client");
    }

    [Test]
    public void Client_that_shows_no_certificate_proves_nothing([Values] ClientCertificateKind kind) =>
        Refused(Ask(Provider(kind), null), "shows no certificate of the client");

    [Test]
    public void Certificate_of_the_other_kind_proves_nothing()
    {
        using var owns = new Pair(certificates.Own(Issued), certificates.Own(SelfSigned));

        Refused(Ask(Provider(Issued), owns.Second), "shows no certificate of the client");
        Refused(Ask(Provider(SelfSigned), owns.First), "shows no certificate of the client");
    }

    [Test]
    public void Client_that_the_provider_knows_no_certificate_of_cannot_show_one()
    {
        using var own = certificates.Own(Issued);

        Refused(Ask(new AuthModel(PlainProvider.Of(key), time), own), "or its secret is wrong");
        Refused(Provider(Issued).AnswerTokenCall(Call(own, ("grant_type", "client_credentials")) with { Form = "grant_type=client_credentials" }), "or its secret is wrong");
    }

    [TestCase(8, 401)]
    [TestCase(-1, 401)]
    [TestCase(6, 200)]
    public void Clock_of_the_provider_decides_whether_one_that_was_issued_is_valid(int days, int status)
    {
        var (issued, selfSigned) = (Provider(Issued), Provider(SelfSigned));
        using var owns = new Pair(certificates.Own(Issued), certificates.Own(SelfSigned));
        issued.Change(new FacetOrder { ClockOffsetSeconds = days * 86400 });
        selfSigned.Change(new FacetOrder { ClockOffsetSeconds = days * 86400 });

        var answer = Ask(issued, owns.First);
        answer.Status.Should().Be(status);
        (status == 200 || answer.Body.Contains("is not valid any more, or not yet")).Should().BeTrue();
        Ask(selfSigned, owns.Second).Status.Should().Be(200, "the very one is known, and no chain is looked at");
    }

    [Test]
    public void Secret_is_as_good_as_before_and_its_token_is_bound_to_nothing_whatever_the_connection_shows()
    {
        using var own = certificates.Own(Issued);
        foreach (var shown in new[] { null, own })
        {
            var answer = Ask(Provider(Issued), shown, ("client_secret", "secret"));

            answer.Status.Should().Be(200);
            ConfirmationOf(answer).Should().Be("none");
        }

        Refused(Ask(Provider(Issued), own, ("client_secret", "wrong")), "its secret is wrong");
    }

    [Test]
    public void Facet_says_which_proofs_are_taken([Values] ClientCertificateKind kind)
    {
        var (provider, method) = (Provider(kind), kind == Issued ? "tls_client_auth" : "self_signed_tls_client_auth");
        using var own = certificates.Own(kind);
        provider.Change(new FacetOrder { Settings = new FacetSettings { ClientAuthentication = [method] } });

        Ask(provider, own).Status.Should().Be(200);
        Refused(Ask(provider, own, ("client_secret", "secret")), "does not take client_secret_post of the client");

        provider.Change(new FacetOrder { Settings = new FacetSettings { ClientAuthentication = ["client_secret_post"] } });
        Refused(Ask(provider, own), $"does not take {method} of the client");
        Metadata(provider).ContainsKey("tls_client_certificate_bound_access_tokens").Should().BeFalse();
    }

    [Test]
    public void Discovery_tells_of_certificates_where_a_client_has_one([Values] ClientCertificateKind kind)
    {
        var (with, without) = (Metadata(Provider(kind)), Metadata(new AuthModel(PlainProvider.Of(key), time)));

        with["token_endpoint_auth_methods_supported"]!.ToJsonString().Should().Be(
            $"""["client_secret_basic","client_secret_post","{(kind == Issued ? "tls_client_auth" : "self_signed_tls_client_auth")}"]""");
        with["tls_client_certificate_bound_access_tokens"]!.GetValue<bool>().Should().BeTrue();
        without.ContainsKey("tls_client_certificate_bound_access_tokens").Should().BeFalse();
    }

    [Test]
    public void Token_of_a_user_tells_nothing_to_a_connection_with_another_certificate_or_none()
    {
        var provider = Provider(Issued);
        using var own = certificates.Own(Issued);
        using var foreign = certificates.Foreign("of another client");
        var landed = SignInProvider.Landed(provider.Login(SignInProvider.Form(("ticket", SignInProvider.Query()), ("username", "alice"), ("password", "pa55"))));
        var granted = Ask(
            provider,
            own,
            ("grant_type", "authorization_code"),
            ("code", landed["code"]),
            ("redirect_uri", SignInProvider.Redirect),
            ("code_verifier", SignInProvider.Verifier));
        var refreshed = Ask(provider, own, ("grant_type", "refresh_token"), ("refresh_token", SignInProvider.Text(granted, "refresh_token")));

        foreach (var token in new[] { granted, refreshed }.Select(answer => SignInProvider.Text(answer, "access_token")))
        {
            AuthAnswer Tell(X509Certificate2? shown) => provider.TellUser($"Bearer {token}", ProvedCall.Unproved with { Certificate = shown });

            Tell(own).Status.Should().Be(200);
            foreach (var shown in new[] { foreign, null })
            {
                Tell(shown).Status.Should().Be(401);
                Tell(shown).Headers["WWW-Authenticate"].Should().StartWith("Bearer error=\"invalid_token\"").And.Contain("bound to a certificate");
            }
        }
    }

    [Test]
    public void Token_can_be_bound_to_a_certificate_and_a_key() =>
        new IssuedToken
        {
            Client = "web",
            Subject = "web",
            Scope = "",
            IssuedAt = time.GetUtcNow(),
            ExpiresAt = time.GetUtcNow(),
            Key = "thumbprint",
            Certificate = "hash",
        }.Confirmation!.ToJsonString().Should().Be("""{"jkt":"thumbprint","x5t#S256":"hash"}""");

    private AuthModel Provider(ClientCertificateKind kind) => new(
        PlainProvider.Of(key) with
        {
            SignIn = new SignInSetup
            {
                Clients = ImmutableSortedDictionary<string, ClientRedirects>.Empty.Add("web", new ClientRedirects { SignedIn = [SignInProvider.Redirect] }),
                ClientCertificates = ImmutableSortedDictionary<string, KnownCertificate>.Empty.Add("web", certificates.Known(kind)),
                ClientIssuers = certificates.Issuers,
                Users = ImmutableSortedDictionary<string, SignInUser>.Empty.Add("alice", new SignInUser { Password = "pa55" }),
            },
        },
        time);

    private static AuthAnswer Ask(AuthModel provider, X509Certificate2? shown, params (string Name, string Value)[] more) =>
        provider.AnswerTokenCall(Call(shown, more.Any(field => field.Name == "grant_type") ? more : [("grant_type", "client_credentials"), .. more]));

    private static TokenCall Call(X509Certificate2? shown, params (string Name, string Value)[] fields) =>
        new(null, SignInProvider.Form([.. fields, ("client_id", "web")])) { Proved = ProvedCall.Unproved with { Certificate = shown } };

    private static void Refused(AuthAnswer answer, string reason)
    {
        (answer.Status, SignInProvider.Text(answer, "error")).Should().Be((401, "invalid_client"));
        answer.Body.Should().Contain(reason);
    }

    private static string HashOf(X509Certificate2 certificate) => Base64UrlEncoder.Encode(SHA256.HashData(certificate.RawData));

    private static string ConfirmationOf(AuthAnswer answer) =>
        new JsonWebToken(SignInProvider.Text(answer, "access_token")).TryGetPayloadValue<object>("cnf", out var confirmation) ? $"{confirmation}" : "none";

    private static JsonObject Metadata(AuthModel provider) => (JsonObject)JsonNode.Parse(provider.Discover().Body)!;

    private sealed record Pair(X509Certificate2 First, X509Certificate2 Second) : IDisposable
    {
        public void Dispose()
        {
            First.Dispose();
            Second.Dispose();
        }
    }
}
