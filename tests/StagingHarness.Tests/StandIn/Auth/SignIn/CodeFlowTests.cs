using System.Security.Cryptography;
using System.Text;
using FluentAssertions;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using NUnit.Framework;
using StagingHarness.Protocols.Provider;
using StagingHarness.StandIn.Auth.Answers;

namespace StagingHarness.Tests.StandIn.Auth.SignIn;

/// <summary>Authorization code with proof key: page, code, tokens.</summary>
[TestFixture]
public sealed class CodeFlowTests
{
    private SignInProvider provider = null!;

    [SetUp]
    public void Create() => provider = SignInProvider.Create();

    [TearDown]
    public void Dispose() => provider.Dispose();

    [Test]
    public void Page_is_a_form_that_needs_no_script()
    {
        var page = provider.Model.Authorize(SignInProvider.Query());

        (page.Status, page.ContentType).Should().Be((200, "text/html; charset=utf-8"));
        page.Body.Should().Contain("<form method=\"post\" action=\"/login\">")
            .And.Contain("<label for=\"username\">User name</label>").And.Contain("<label for=\"password\">Password</label>")
            .And.NotContain("<script").And.NotContain("role=\"alert\"");
    }

    [Test]
    public void Page_shows_what_a_request_holds_as_text_only()
    {
        var page = provider.Model.Login(SignInProvider.Form(
            ("ticket", SignInProvider.Query(("state", "\"><script>"))), ("username", "<b>"), ("password", "")));

        page.Body.Should().NotContain("<script").And.NotContain("<b>").And.Contain("value=\"&lt;b&gt;\"");
    }

    [TestCase("alice", "wrong")]
    [TestCase("nobody", "pass word&")]
    [TestCase("", "")]
    public void Wrong_password_shows_the_page_again_with_401(string user, string password)
    {
        var page = provider.Login(SignInProvider.Query(), user, password);

        page.Status.Should().Be(401);
        page.Body.Should().Contain("<p role=\"alert\">User name or password is wrong.</p>").And.Contain("name=\"ticket\"");
    }

    [Test]
    public void Sign_in_sends_back_code_state_and_issuer()
    {
        var answer = provider.Login(SignInProvider.Query());

        answer.Headers["Location"].Should().StartWith(SignInProvider.Redirect + "?");
        var landed = SignInProvider.Landed(answer);
        landed.Keys.Should().BeEquivalentTo("code", "state", "iss");
        (landed["state"], landed["iss"]).Should().Be(("st&te", "http://issuer.example"));
    }

    [Test]
    public void Sign_in_by_form_post_brings_the_same_as_a_form()
    {
        var answer = provider.Login(SignInProvider.Query(("response_mode", "form_post")));

        answer.Status.Should().Be(200);
        answer.Body.Should().Contain($"action=\"{SignInProvider.Redirect}\"").And.Contain("name=\"code\"").And.Contain("name=\"state\" value=\"st&amp;te\"");
    }

    [Test]
    public void Code_gives_access_id_and_refresh_token()
    {
        provider.Time.Advance(TimeSpan.FromSeconds(5));
        var code = provider.Code();
        provider.Time.Advance(TimeSpan.FromSeconds(20));

        var answer = provider.Redeem(code);

        answer.Status.Should().Be(200);
        var access = SignInProvider.Text(answer, "access_token");
        var id = new JsonWebToken(SignInProvider.Text(answer, "id_token"));
        (id.Issuer, id.Subject, id.GetClaim("nonce").Value).Should().Be(("http://issuer.example", "alice", "n0nce"));
        id.Audiences.Should().Equal("web");
        id.GetClaim("auth_time").Value.Should().Be("1683986405");
        id.IssuedAt.Should().Be(provider.Time.GetUtcNow().UtcDateTime);
        id.GetClaim("at_hash").Value.Should().Be(Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(access))[..16]));
        id.GetClaim("name").Value.Should().Be("Alice");
        var token = new JsonWebToken(access);
        (token.Subject, token.GetClaim("client_id").Value, token.GetClaim("scope").Value).Should().Be(("alice", "web", "openid offline_access"));
        token.GetClaim("sid").Value.Should().Be(id.GetClaim("sid").Value);
        SignInProvider.Text(answer, "refresh_token").Should().NotBeEmpty();
    }

    [Test]
    public void Scope_decides_what_there_is()
    {
        SignInProvider.Json(provider.Redeem(provider.Code(("scope", "openid")))).Should().NotContainKey("refresh_token");
        SignInProvider.Json(provider.Redeem(provider.Code(("scope", "orders")))).Should().NotContainKey("id_token");
    }

    [Test]
    public void Code_that_is_used_twice_takes_back_what_it_gave()
    {
        var code = provider.Code();
        var first = provider.Redeem(code);
        provider.IsActive(SignInProvider.Text(first, "access_token")).Should().BeTrue();

        var second = provider.Redeem(code);

        (second.Status, SignInProvider.Text(second, "error")).Should().Be((400, "invalid_grant"));
        provider.IsActive(SignInProvider.Text(first, "access_token")).Should().BeFalse();
        provider.Refresh(SignInProvider.Text(first, "refresh_token")).Status.Should().Be(400);
    }

    [TestCase(59, 200)]
    [TestCase(60, 400)]
    public void Code_is_taken_for_a_minute(int seconds, int status)
    {
        var code = provider.Code();
        provider.Time.Advance(TimeSpan.FromSeconds(seconds));

        provider.Redeem(code).Status.Should().Be(status);
    }

    [Test]
    public void Code_ages_on_the_providers_clock()
    {
        var code = provider.Code();
        provider.Model.Change(new FacetOrder { ClockOffsetSeconds = 61 });

        provider.Redeem(code).Status.Should().Be(400);
    }

    [Test]
    public void Code_is_bound_to_client_redirect_and_proof_key()
    {
        var code = provider.Code();

        AuthAnswer[] refusals =
        [
            provider.Redeem(code, client: "other", secret: "secret of the other"),
            provider.Redeem(code, redirect: "https://elsewhere.example/callback"),
            provider.Redeem(code, verifier: SignInProvider.Verifier + "x"),
            provider.Redeem(code, verifier: null),
            provider.Redeem("no-code"),
            provider.Redeem(provider.Code(("code_challenge", null), ("code_challenge_method", null))),
        ];

        refusals.Select(answer => (answer.Status, SignInProvider.Text(answer, "error"))).Should().OnlyContain(refused => refused.Status == 400)
            .And.OnlyContain(refused => refused.Item2 == "invalid_grant");
        provider.Redeem(code).Status.Should().Be(200, "whoever tried in vain has not used the code");
    }

    [Test]
    public void Code_of_many_at_once_is_given_to_one()
    {
        var code = provider.Code();
        var answers = new AuthAnswer[16];

        Parallel.For(0, answers.Length, index => answers[index] = provider.Redeem(code));

        answers.Count(answer => answer.Status == 200).Should().Be(1);
        provider.IsActive(SignInProvider.Text(answers.Single(answer => answer.Status == 200), "access_token")).Should().BeFalse();
    }

    [TestCase("client_id", null)]
    [TestCase("client_id", "stranger")]
    [TestCase("redirect_uri", null)]
    [TestCase("redirect_uri", "https://portal.example/signin/")]
    [TestCase("redirect_uri", "https://portal.example/signin?x=1")]
    [TestCase("redirect_uri", "javascript:/callback")]
    [TestCase("redirect_uri", "http://a@b/callback")]
    [TestCase("redirect_uri", "http://host/../callback")]
    [TestCase("redirect_uri", "/callback")]
    public void Browser_is_sent_nowhere_that_is_not_the_clients(string name, string? value)
    {
        var page = provider.Model.Authorize(SignInProvider.Query((name, value)));

        (page.Status, page.Headers.ContainsKey("Location")).Should().Be((400, false));
        page.Body.Should().Contain("Request refused");
        provider.Login(SignInProvider.Query((name, value))).Status.Should().Be(400);
    }

    [TestCase("http://127.0.0.1:5001/callback")]
    [TestCase("https://portal.stage/callback")]
    public void Path_alone_is_that_path_anywhere(string uri)
    {
        provider.Login(SignInProvider.Query(("redirect_uri", uri))).Headers["Location"].Should().StartWith(uri + "?code=");
    }

    [TestCase("response_type", "token", "unsupported_response_type")]
    [TestCase("response_type", null, "unsupported_response_type")]
    [TestCase("code_challenge_method", "plain", "invalid_request")]
    [TestCase("code_challenge_method", null, "invalid_request")]
    [TestCase("response_mode", "fragment", "invalid_request")]
    [TestCase("prompt", "none", "login_required")]
    [TestCase("request", "e30.e30.", "request_not_supported")]
    public void Request_that_is_not_in_order_goes_back_to_the_client(string name, string? value, string error)
    {
        var landed = SignInProvider.Landed(provider.Model.Authorize(SignInProvider.Query((name, value))));

        (landed["error"], landed["state"], landed["iss"]).Should().Be((error, "st&te", "http://issuer.example"));
    }

    [Test]
    public void Proof_key_can_be_asked_for()
    {
        var query = SignInProvider.Query(("code_challenge", null), ("code_challenge_method", null));
        provider.Model.Authorize(query).Status.Should().Be(200);

        provider.Change(new FacetSettings { Pkce = PkceMode.Required });

        SignInProvider.Landed(provider.Model.Authorize(query))["error"].Should().Be("invalid_request");
        SignInProvider.Landed(provider.Login(query))["error"].Should().Be("invalid_request", "the page was opened before");
    }
}
