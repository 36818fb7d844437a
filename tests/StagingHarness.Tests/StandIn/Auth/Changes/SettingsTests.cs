using System.Collections.Immutable;
using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using NUnit.Framework;
using StagingHarness.Protocols.Provider;
using StagingHarness.StandIn.Auth;
using StagingHarness.StandIn.Auth.Answers;
using StagingHarness.StandIn.Auth.Changes;
using StagingHarness.StandIn.Auth.Clients;
using StagingHarness.StandIn.Auth.State;

namespace StagingHarness.Tests.StandIn.Auth.Changes;

[TestFixture]
public sealed class SettingsTests
{
    private static readonly DateTimeOffset Start = new(2023, 5, 13, 14, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider time = new(Start);
    private SigningKey key = null!;
    private AuthModel model = null!;

    [SetUp]
    public void Create()
    {
        key = SigningKey.Create();
        model = new AuthModel(PlainProvider.Of(key), time);
    }

    [TearDown]
    public void Dispose() => key.Dispose();

    [Test]
    public void Issuer_changes_in_discovery_and_tokens_or_in_tokens_alone()
    {
        Change(new FacetSettings { Issuer = "{issuer}/" });
        (Metadata("issuer"), Token().Issuer).Should().Be(("http://issuer.example/", "http://issuer.example/"));

        Change(new FacetSettings { TokenIssuer = "http://other.example" });
        (Metadata("issuer"), Token().Issuer).Should().Be(("http://issuer.example/", "http://other.example"));
    }

    [Test]
    public void Audience_and_type_of_tokens_change()
    {
        Change(new FacetSettings { Audience = "api://portal", TokenType = "at+jwt" });

        Token().Audiences.Should().Equal("api://portal");
        Token().Typ.Should().Be("at+jwt");
    }

    [Test]
    public void Claims_are_added_replaced_and_taken_away()
    {
        Change(new FacetSettings { Claims = """{"sub":null,"client_id":7,"realm_access":{"roles":["reader"]}}""" });

        var token = Token();
        token.TryGetPayloadValue<string>("sub", out _).Should().BeFalse();
        token.GetPayloadValue<int>("client_id").Should().Be(7);
        token.GetPayloadValue<string>("realm_access").Should().Be("""{"roles":["reader"]}""");
    }

    [Test]
    public void Lists_of_claims_hold_as_many_entries_as_were_asked_for_each_another_one_and_claims_lie_over_them()
    {
        Change(new FacetSettings
        {
            ClaimLists = ImmutableSortedDictionary<string, int>.Empty.Add("groups", 700).Add("roles", 3),
            Claims = """{"roles":["reader"]}""",
        });

        var groups = Token().GetPayloadValue<string[]>("groups");
        groups.Should().HaveCount(700).And.OnlyHaveUniqueItems().And.AllSatisfy(group => Guid.ParseExact(group, "D"));
        Token().GetPayloadValue<string[]>("groups").Should().Equal(groups, "who is in a group stays in it");
        Token().GetPayloadValue<string[]>("roles").Should().Equal("reader");
    }

    [TestCase("RS512")]
    [TestCase("PS256")]
    [TestCase("ES256")]
    [TestCase("ES384")]
    public async Task Tokens_of_every_algorithm_are_good_for_who_reads_the_key_set(string algorithm)
    {
        Change(new FacetSettings { Algorithm = algorithm });

        var checkedToken = await ValidateAsync();
        checkedToken.IsValid.Should().BeTrue(checkedToken.Exception?.Message);
        Token().Alg.Should().Be(algorithm);
    }

    [Test]
    public async Task Stale_key_set_does_not_show_the_key_that_signs()
    {
        Change(new FacetSettings { Algorithm = "ES256", KeySet = KeySetMode.Stale });

        Shown().Should().Equal(key.KeyId);
        (await ValidateAsync()).Exception.Should().BeOfType<SecurityTokenSignatureKeyNotFoundException>();

        Change(new FacetSettings { KeySet = KeySetMode.Follows });
        (await ValidateAsync()).IsValid.Should().BeTrue();
    }

    [Test]
    public void Key_set_may_show_nothing()
    {
        Change(new FacetSettings { KeySet = KeySetMode.Empty });

        Shown().Should().BeEmpty();
    }

    [Test]
    public async Task Keys_of_others_are_shown_beside_its_own_and_sign_nothing()
    {
        Change(new FacetSettings { OtherKeys = ["""{"kty":"later","kid":"later"}""", """{"kty":"OKP","crv":"Ed25519","kid":"edwards","x":"AA"}"""] });

        Shown().Should().Equal("later", "edwards", key.KeyId);
        (await ValidateAsync()).IsValid.Should().BeTrue();

        Change(new FacetSettings { KeySet = KeySetMode.Empty });
        Shown().Should().Equal("later", "edwards");
        (await ValidateAsync()).IsValid.Should().BeFalse();
    }

    [TestCase("[]", "the other keys are shown as JSON objects, and this is none")]
    public void Key_that_is_no_object_is_refused(string written, string message) =>
        FluentActions.Invoking(() => Change(new FacetSettings { OtherKeys = [written] })).Should().Throw<FacetException>().WithMessage(message);

    [Test]
    public void Discovery_and_token_answer_are_laid_over()
    {
        Change(new FacetSettings
        {
            Metadata = """{"jwks_uri":null,"pushed_authorization_request_endpoint":"{issuer}/par"}""",
            TokenAnswer = """{"expires_in":"300","scope":"read"}""",
        });

        var metadata = JsonNode.Parse(model.Discover().Body)!.AsObject();
        metadata.ContainsKey("jwks_uri").Should().BeFalse();
        metadata["pushed_authorization_request_endpoint"]!.GetValue<string>().Should().Be("http://issuer.example/par");
        var answer = JsonNode.Parse(Ask().Body)!;
        (answer["expires_in"]!.GetValue<string>(), answer["scope"]!.GetValue<string>()).Should().Be(("300", "read"));
    }

    [Test]
    public void Client_that_proves_itself_in_a_way_that_is_not_taken_is_refused()
    {
        Change(new FacetSettings { ClientAuthentication = ["private_key_jwt"] });

        Ask().Status.Should().Be(401);
        JsonNode.Parse(Ask().Body)!["error"]!.GetValue<string>().Should().Be("invalid_client");
        JsonNode.Parse(model.Discover().Body)!["token_endpoint_auth_methods_supported"]!.ToJsonString().Should().Be("""["private_key_jwt"]""");
    }

    [TestCase(null, 200, 401)]
    [TestCase(ClientSecretMode.Current, 200, 401)]
    [TestCase(ClientSecretMode.Both, 200, 200)]
    [TestCase(ClientSecretMode.Next, 401, 200)]
    public void Client_shows_the_secret_of_today_or_the_one_that_follows(ClientSecretMode? mode, int today, int next)
    {
        var provider = new AuthModel(
            PlainProvider.Of(key) with { SignIn = new SignInSetup { NextSecrets = ImmutableSortedDictionary<string, string>.Empty.Add("web", "next") } }, time);
        provider.Change(new FacetOrder { Settings = new FacetSettings { ClientSecrets = mode } });

        Asked(provider, "secret").Status.Should().Be(today);
        Asked(provider, "next").Status.Should().Be(next);
        Asked(provider, "other").Status.Should().Be(401);
    }

    [Test]
    public void Client_without_another_secret_keeps_its_own()
    {
        Change(new FacetSettings { ClientSecrets = ClientSecretMode.Next });

        Ask().Status.Should().Be(200);
    }

    [Test]
    public void Only_who_knows_the_secret_learns_what_is_wrong()
    {
        var provider = new AuthModel(
            PlainProvider.Of(key) with { SignIn = new SignInSetup { NextSecrets = ImmutableSortedDictionary<string, string>.Empty.Add("web", "next") } }, time);
        provider.Change(new FacetOrder { Settings = new FacetSettings { ClientSecrets = ClientSecretMode.Next, ClientAuthentication = ["client_secret_basic"] } });

        Asked(provider, "secret").Body.Should().Contain("The secret of the client has expired.");
        Asked(provider, "next").Body.Should().Contain("This provider does not take client_secret_post of the client.");
        Asked(provider, "other").Body.Should().Contain("The client is unknown, or its secret is wrong.");
    }

    [Test]
    public void Settings_add_up_and_a_restore_takes_all_of_them_back()
    {
        Change(new FacetSettings { Audience = "other", Endpoints = Rule("jwks", new EndpointRule { Status = 500 }) });
        var state = Change(new FacetSettings { TokenType = "at+jwt", Endpoints = Rule("token", new EndpointRule { Status = 410 }), Algorithm = "ES256" });

        (state.Settings.Audience, state.Settings.TokenType).Should().Be(("other", "at+jwt"));
        state.Settings.Endpoints!.Keys.Should().Equal("jwks", "token");

        state = model.Change(new FacetOrder { Restore = true, ClockOffsetSeconds = 3 });
        state.Settings.Should().Be(new FacetSettings());
        state.ClockOffsetSeconds.Should().Be(3, "what the same order says comes after the restore");
        Token().Alg.Should().Be("RS256");
        Token().Audiences.Should().Equal("portal");
    }

    [TestCase("RS1", null, null, "nothing signs with 'RS1'; use one of ES256, ES384, PS256, PS384, PS512, RS256, RS384, RS512")]
    [TestCase(null, "[1]", null, "the claims are laid over as a JSON object, and this is none")]
    [TestCase(null, null, "tokn", "there is no endpoint 'tokn'; use one of authorize, device, device-authorization, discovery, end-session, introspection, jwks, login, par, revocation, token, userinfo")]
    public void Order_that_is_wrong_changes_nothing(string? algorithm, string? claims, string? endpoint, string message)
    {
        var order = new FacetSettings
        {
            Audience = "other",
            Algorithm = algorithm,
            Claims = claims,
            Endpoints = endpoint is null ? null : Rule(endpoint, new EndpointRule()),
        };

        FluentActions.Invoking(() => Change(order)).Should().Throw<FacetException>().WithMessage(message);
        Token().Audiences.Should().Equal("portal");
    }

    [Test]
    public void Endpoint_answers_another_status_or_another_text()
    {
        Change(new FacetSettings { Endpoints = Rule("discovery", new EndpointRule { Status = 410 }) });
        Ruled("discovery", model.Discover).Should().BeEquivalentTo(new { Status = 410, Body = "" });

        Change(new FacetSettings
        {
            Endpoints = Rule("token", new EndpointRule { Body = """{"access_token":"{access_token}","expires_in":null}""", ContentType = "text/json" }),
        });
        var answer = Ruled("token", Ask);
        answer.Status.Should().Be(200);
        answer.ContentType.Should().Be("text/json");
        JsonNode.Parse(answer.Body)!["access_token"]!.GetValue<string>().Split('.').Should().HaveCount(3, "the token in the text is a real one");

        Change(new FacetSettings { Endpoints = Rule("discovery", new EndpointRule()) });
        Ruled("discovery", model.Discover).Status.Should().Be(200, "an empty rule is none");
    }

    [Test]
    public void Endpoint_that_moved_sends_there_or_is_gone()
    {
        Change(new FacetSettings { Endpoints = Rule("token", new EndpointRule { MovedTo = "/v2/token", Status = 301 }) });
        model.Find("/v2/token").Should().Be(new EndpointPlace("token", IsOld: false));
        model.Find("/token").Should().Be(new EndpointPlace("token", IsOld: true));
        var answer = Ruled("token", Ask, isOld: true);
        (answer.Status, answer.Headers["Location"]).Should().Be((301, "http://issuer.example/v2/token"));
        Ruled("token", Ask).Status.Should().Be(200);
        Metadata("token_endpoint").Should().Be("http://issuer.example/token", "clients are sent on from there");

        Change(new FacetSettings { Endpoints = Rule("token", new EndpointRule { MovedTo = "/v2/token" }) });
        Ruled("token", Ask, isOld: true).Status.Should().Be(404);
        Metadata("token_endpoint").Should().Be("http://issuer.example/v2/token");
    }

    [Test]
    public void Limit_lets_so_many_calls_through_in_each_window()
    {
        Change(new FacetSettings { Endpoints = Rule("token", new EndpointRule { Limit = new CallLimit { Calls = 2, WindowMilliseconds = 1000, RetryAfterSeconds = 7 } }) });

        Statuses(3).Should().Equal(200, 200, 429);
        Ruled("token", Ask).Headers["Retry-After"].Should().Be("7");
        time.Advance(TimeSpan.FromMilliseconds(999));
        Statuses(1).Should().Equal(429);
        time.Advance(TimeSpan.FromMilliseconds(1));
        Statuses(3).Should().Equal(200, 200, 429);
        time.Advance(TimeSpan.FromMilliseconds(2500));
        Statuses(3).Should().Equal(200, 200, 429);
        time.Advance(TimeSpan.FromMilliseconds(500));
        Statuses(1).Should().Equal([200], "windows follow each other from the first one's begin");
    }

    private static ImmutableSortedDictionary<string, EndpointRule> Rule(string endpoint, EndpointRule rule) =>
        ImmutableSortedDictionary<string, EndpointRule>.Empty.Add(endpoint, rule);

    private FacetState Change(FacetSettings settings) => model.Change(new FacetOrder { Settings = settings });

    private string Metadata(string member) => JsonNode.Parse(model.Discover().Body)![member]!.GetValue<string>();

    private IEnumerable<string> Shown() =>
        JsonNode.Parse(model.ShowKeySet().Body)!["keys"]!.AsArray().Select(shown => shown!["kid"]!.GetValue<string>());

    private AuthAnswer Ask() => model.AnswerTokenCall(new TokenCall(null, "grant_type=client_credentials&client_id=web&client_secret=secret"));

    private static AuthAnswer Asked(AuthModel provider, string secret) =>
        provider.AnswerTokenCall(new TokenCall(null, $"grant_type=client_credentials&client_id=web&client_secret={secret}"));

    private AuthAnswer Ruled(string endpoint, Func<AuthAnswer> usual, bool isOld = false) => model.Rule(new EndpointPlace(endpoint, isOld), usual);

    private int[] Statuses(int calls) => [.. Enumerable.Range(0, calls).Select(_ => Ruled("token", Ask).Status)];

    private JsonWebToken Token() => new(JsonNode.Parse(Ask().Body)!["access_token"]!.GetValue<string>());

    private Task<TokenValidationResult> ValidateAsync() => new JsonWebTokenHandler().ValidateTokenAsync(
        Token().EncodedToken,
        new TokenValidationParameters
        {
            ValidIssuer = "http://issuer.example",
            ValidAudience = "portal",
            ValidateLifetime = false,
            IssuerSigningKeys = new JsonWebKeySet(model.ShowKeySet().Body).GetSigningKeys(),
        });
}
