using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using NUnit.Framework;
using StagingHarness.StandIn.Auth;
using StagingHarness.StandIn.Auth.Answers;
using StagingHarness.StandIn.Auth.Clients;
using StagingHarness.StandIn.Auth.State;

namespace StagingHarness.Tests.StandIn.Auth;

[TestFixture]
public sealed class AuthModelTests
{
    private const string Form = "grant_type=client_credentials";

    private static readonly DateTimeOffset Start = new(2023, 5, 13, 14, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider time = new(Start);
    private SigningKey key = null!;
    private AuthModel model = null!;

    [OneTimeSetUp]
    public void Create()
    {
        key = SigningKey.Create();
        model = new AuthModel(PlainProvider.Of(key, "c 1", "s:1&"), time);
    }

    [OneTimeTearDown]
    public void Dispose() => key.Dispose();

    [Test]
    public void Discovery_names_the_issuer_and_the_endpoints_below_it()
    {
        var document = JsonNode.Parse(model.Discover().Body)!;

        document["issuer"]!.GetValue<string>().Should().Be("http://issuer.example");
        document["token_endpoint"]!.GetValue<string>().Should().Be("http://issuer.example/token");
        document["jwks_uri"]!.GetValue<string>().Should().Be("http://issuer.example/jwks");
    }

    [Test]
    public void Key_set_shows_the_public_half_only()
    {
        var shown = JsonNode.Parse(model.ShowKeySet().Body)!["keys"]!.AsArray().Single()!.AsObject();

        shown.Select(member => member.Key).Should().BeEquivalentTo("kty", "use", "alg", "kid", "n", "e");
        shown["kid"]!.GetValue<string>().Should().Be(key.KeyId);
    }

    [Test]
    public void Token_says_who_for_whom_and_from_when_to_when()
    {
        var token = new JsonWebToken(AccessTokenOf(Post("c 1", "s:1&")));

        token.Issuer.Should().Be("http://issuer.example");
        token.Audiences.Should().Equal("portal");
        token.Subject.Should().Be("c 1");
        token.GetClaim("client_id").Value.Should().Be("c 1");
        token.Kid.Should().Be(key.KeyId);
        token.Typ.Should().Be("JWT");
        token.IssuedAt.Should().Be(Start.UtcDateTime);
        token.ValidFrom.Should().Be(Start.UtcDateTime);
        token.ValidTo.Should().Be(Start.UtcDateTime.AddMinutes(5));
    }

    [Test]
    public void Tokens_have_ids_of_their_own()
    {
        var ids = Enumerable.Range(0, 3).Select(_ => new JsonWebToken(AccessTokenOf(Post("c 1", "s:1&"))).Id);

        ids.Should().OnlyHaveUniqueItems();
    }

    [Test]
    public void Token_answer_says_its_kind_and_lifetime_and_is_not_stored()
    {
        var answer = Post("c 1", "s:1&");

        var body = JsonNode.Parse(answer.Body)!;
        body["token_type"]!.GetValue<string>().Should().Be("Bearer");
        body["expires_in"]!.GetValue<long>().Should().Be(300);
        answer.Headers["Cache-Control"].Should().Be("no-store");
    }

    [Test]
    public void Header_with_encoded_id_and_secret_gets_a_token()
    {
        Basic("c+1:s%3A1%26", Form).Status.Should().Be(200);
    }

    [TestCase("c 1", "wrong")]
    [TestCase("c 1", "s:1&&")]
    [TestCase("nobody", "s:1&")]
    public void Wrong_client_in_the_body_is_401_without_challenge(string id, string secret)
    {
        var answer = Post(id, secret);

        (answer.Status, ErrorOf(answer)).Should().Be((401, "invalid_client"));
        answer.Headers.Should().NotContainKey("WWW-Authenticate");
    }

    [TestCase("c+1:wrong")]
    [TestCase("no colon")]
    public void Wrong_client_in_the_header_is_401_with_a_challenge(string pair)
    {
        var answer = Basic(pair, Form);

        (answer.Status, ErrorOf(answer)).Should().Be((401, "invalid_client"));
        answer.Headers["WWW-Authenticate"].Should().StartWith("Basic ");
    }

    [TestCase("Basic not base64!")]
    [TestCase("Bearer abc")]
    [TestCase("")]
    public void Header_that_is_no_client_is_401(string authorization)
    {
        var answer = model.AnswerTokenCall(new TokenCall(authorization, Form));

        (answer.Status, ErrorOf(answer)).Should().Be((401, "invalid_client"));
    }

    [TestCase("")]
    [TestCase("grant_type=client_credentials&grant_type=password")]
    [TestCase("client_id=c+1&client_secret=s%3A1%26")]
    public void Body_that_is_no_token_request_is_400(string form)
    {
        var answer = model.AnswerTokenCall(new TokenCall(null, form));

        (answer.Status, ErrorOf(answer)).Should().Be((400, "invalid_request"));
    }

    [Test]
    public void Client_that_authenticates_twice_is_400()
    {
        var answer = Basic("c+1:s%3A1%26", Form + "&client_id=c+1&client_secret=s%3A1%26");

        (answer.Status, ErrorOf(answer)).Should().Be((400, "invalid_request"));
    }

    [Test]
    public void Other_grant_is_400_for_a_known_client()
    {
        var answer = Basic("c+1:s%3A1%26", "grant_type=password");

        (answer.Status, ErrorOf(answer)).Should().Be((400, "unsupported_grant_type"));
    }

    [Test]
    public void Nothing_that_holds_a_secret_shows_it_as_text()
    {
        $"{new TokenCall("Basic s3cret", "s3cret")} {new ClientCredentials("c", "s3cret")}".Should().NotContain("s3cret");
    }

    [Test]
    public void Key_id_names_the_key_and_not_its_holder()
    {
        using var rsa = RSA.Create(key.Credentials.Key is Microsoft.IdentityModel.Tokens.RsaSecurityKey known
            ? known.Rsa.ExportParameters(includePrivateParameters: true)
            : throw new InvalidOperationException("The key is not RSA."));
        using var again = new SigningKey(rsa);
        using var other = SigningKey.Create();

        again.KeyId.Should().Be(key.KeyId);
        other.KeyId.Should().NotBe(key.KeyId);
    }

    private static string ErrorOf(AuthAnswer answer) => JsonNode.Parse(answer.Body)!["error"]!.GetValue<string>();

    private static string AccessTokenOf(AuthAnswer answer) => JsonNode.Parse(answer.Body)!["access_token"]!.GetValue<string>();

    private AuthAnswer Basic(string pair, string form) =>
        model.AnswerTokenCall(new TokenCall("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)), form));

    private AuthAnswer Post(string id, string secret) => model.AnswerTokenCall(
        new TokenCall(null, $"{Form}&client_id={Uri.EscapeDataString(id)}&client_secret={Uri.EscapeDataString(secret)}"));
}
