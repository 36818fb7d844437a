using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Protocols.Provider;
using StagingHarness.StandIn.Auth.Answers;
using StagingHarness.StandIn.Auth.Clients;
using StagingHarness.StandIn.Auth.Proofs;

namespace StagingHarness.Tests.StandIn.Auth;

/// <summary>Userinfo, introspection, revocation, sign-out, pushed requests and what discovery says of them.</summary>
[TestFixture]
public sealed class TokenFactsTests
{
    private SignInProvider provider = null!;

    [SetUp]
    public void Create() => provider = SignInProvider.Create();

    [TearDown]
    public void Dispose() => provider.Dispose();

    [Test]
    public void Userinfo_tells_of_the_user_whose_token_it_is()
    {
        var token = SignInProvider.Text(provider.Redeem(provider.Code()), "access_token");

        provider.Model.TellUser("Bearer " + token, ProvedCall.Unproved).Body.Should().Be("""{"sub":"alice","name":"Alice","roles":["reader"]}""");
    }

    [Test]
    public void Userinfo_needs_a_good_token_of_a_sign_in()
    {
        var granted = provider.Redeem(provider.Code());
        var own = SignInProvider.Text(provider.Token("web", "secret", [("grant_type", "client_credentials")]), "access_token");
        provider.Time.Advance(TimeSpan.FromMinutes(5));

        Challenge(null).Should().Be((401, "Bearer"));
        Challenge("Basic abc").Should().Be((401, "Bearer"));
        Challenge("Bearer forged").Should().Match<(int Status, string Challenge)>(answer => answer.Status == 401 && answer.Challenge.Contains("invalid_token"));
        Challenge("Bearer " + SignInProvider.Text(granted, "access_token")).Status.Should().Be(401, "it has expired");
        Challenge("Bearer " + own).Status.Should().Be(401, "it has expired");
        var fresh = SignInProvider.Text(provider.Token("web", "secret", [("grant_type", "client_credentials")]), "access_token");
        Challenge("Bearer " + fresh).Should().Match<(int Status, string Challenge)>(answer => answer.Status == 403 && answer.Challenge.Contains("insufficient_scope"));
    }

    [Test]
    public void Introspection_tells_of_tokens_that_are_good()
    {
        var granted = provider.Redeem(provider.Code());

        var told = SignInProvider.Json(provider.Introspect(SignInProvider.Text(granted, "access_token")));

        provider.Change(new FacetSettings { Audience = "another" });
        SignInProvider.Json(provider.Introspect(SignInProvider.Text(granted, "access_token")))["aud"]!.GetValue<string>()
            .Should().Be(told["aud"]!.GetValue<string>(), "it is the token's").And.NotBe("another");
        told["sub"]!.GetValue<string>().Should().Be("alice");
        told["exp"]!.GetValue<long>().Should().Be(provider.Time.GetUtcNow().ToUnixTimeSeconds() + 300);
        provider.IsActive(SignInProvider.Text(granted, "refresh_token")).Should().BeTrue();
        provider.Introspect("forged").Body.Should().Be("""{"active":false}""");
    }

    [Test]
    public void Introspection_and_revocation_are_for_clients()
    {
        var call = new TokenCall(null, SignInProvider.Form(("token", "t"), ("client_id", "web"), ("client_secret", "wrong")));

        (provider.Model.Introspect(call).Status, provider.Model.Revoke(call).Status, provider.Model.Push(call).Status).Should().Be((401, 401, 401));
    }

    [Test]
    public void Revocation_of_an_access_token_takes_it_alone()
    {
        var granted = provider.Redeem(provider.Code());
        var (access, refresh) = (SignInProvider.Text(granted, "access_token"), SignInProvider.Text(granted, "refresh_token"));

        SignInProvider.Text(Revoke(access, "other", "secret of the other"), "error").Should().Be("invalid_grant");
        SignInProvider.Text(Revoke(refresh, "other", "secret of the other"), "error").Should().Be("invalid_grant");
        provider.IsActive(access).Should().BeTrue("it is another client's");
        Revoke(access, "web", "secret");

        provider.IsActive(access).Should().BeFalse();
        provider.IsActive(refresh).Should().BeTrue();
        Revoke("unknown", "web", "secret").Status.Should().Be(200);
    }

    [Test]
    public void Revocation_of_a_refresh_token_ends_the_sign_in()
    {
        var granted = provider.Redeem(provider.Code());

        Revoke(SignInProvider.Text(granted, "refresh_token"), "web", "secret");

        provider.IsActive(SignInProvider.Text(granted, "access_token")).Should().BeFalse();
        provider.Refresh(SignInProvider.Text(granted, "refresh_token")).Status.Should().Be(400);
    }

    [Test]
    public void Sign_out_ends_the_sign_in_and_sends_the_browser_on()
    {
        var granted = provider.Redeem(provider.Code());
        var id = SignInProvider.Text(granted, "id_token");

        var answer = provider.Model.EndSession(SignInProvider.Form(
            ("id_token_hint", id), ("post_logout_redirect_uri", "http://portal:80/bye"), ("state", "s 1")));

        (answer.Status, answer.Headers["Location"]).Should().Be((302, "http://portal:80/bye?state=s%201"));
        provider.IsActive(SignInProvider.Text(granted, "access_token")).Should().BeFalse();
    }

    [Test]
    public void Sign_out_that_names_nobody_rightly_is_refused_and_ends_nothing()
    {
        var granted = provider.Redeem(provider.Code());
        var id = SignInProvider.Text(granted, "id_token");

        provider.Model.EndSession(SignInProvider.Form(("id_token_hint", "forged"))).Status.Should().Be(400);
        provider.Model.EndSession(SignInProvider.Form(("id_token_hint", id), ("client_id", "other"))).Status.Should().Be(400);
        provider.Model.EndSession(SignInProvider.Form(("id_token_hint", id), ("post_logout_redirect_uri", "http://portal/elsewhere"))).Status.Should().Be(400);
        provider.Model.EndSession(SignInProvider.Form(("post_logout_redirect_uri", "http://portal/bye"))).Status.Should().Be(400);

        provider.IsActive(SignInProvider.Text(granted, "access_token")).Should().BeTrue();
        provider.Model.EndSession("").Body.Should().Contain("Signed out");
    }

    [Test]
    public void Pushed_request_is_there_only_when_a_facet_says_so()
    {
        provider.Model.Find("/par").Should().BeNull();
        SignInProvider.Json(provider.Model.Discover()).Should().NotContainKey("pushed_authorization_request_endpoint");

        provider.Change(new FacetSettings { PushedAuthorization = PushedAuthorization.Advertised });

        provider.Model.Find("/par")!.Endpoint.Should().Be("par");
        SignInProvider.Text(provider.Model.Discover(), "pushed_authorization_request_endpoint").Should().Be("http://issuer.example/par");
        provider.Model.Authorize(SignInProvider.Query()).Status.Should().Be(200, "nobody has to push");
    }

    [Test]
    public void Pushed_request_signs_in_by_its_name_for_its_client_and_for_a_minute()
    {
        provider.Change(new FacetSettings { PushedAuthorization = PushedAuthorization.Required });
        SignInProvider.Landed(provider.Model.Authorize(SignInProvider.Query()))["error"].Should().Be("invalid_request");

        var pushed = Push(SignInProvider.Query());
        pushed.Status.Should().Be(201);
        var named = SignInProvider.Form(("client_id", "web"), ("request_uri", SignInProvider.Text(pushed, "request_uri")));

        provider.Model.Authorize(named).Status.Should().Be(200);
        provider.Model.Authorize(named).Status.Should().Be(200, "a page can be loaded again");
        provider.Model.Authorize(named.Replace("web", "other", StringComparison.Ordinal)).Status.Should().Be(400);
        provider.Redeem(SignInProvider.Landed(provider.Login(named))["code"]).Status.Should().Be(200);
        provider.Model.Authorize(named).Status.Should().Be(400, "someone has signed in by it");

        var late = SignInProvider.Form(("client_id", "web"), ("request_uri", SignInProvider.Text(Push(SignInProvider.Query()), "request_uri")));
        provider.Time.Advance(TimeSpan.FromSeconds(60));
        provider.Model.Authorize(late).Status.Should().Be(400);
    }

    [Test]
    public void Pushed_request_that_is_not_in_order_is_refused_where_it_is_pushed()
    {
        provider.Change(new FacetSettings { PushedAuthorization = PushedAuthorization.Advertised });

        Error(("redirect_uri", "http://elsewhere/")).Should().Be("invalid_request");
        Error(("code_challenge_method", "plain")).Should().Be("invalid_request");
        Error(("request_uri", "urn:x")).Should().Be("invalid_request");
        Error(("response_type", "token")).Should().Be("unsupported_response_type");

        string Error((string Name, string Value) field) => SignInProvider.Text(Push(SignInProvider.Query(field)), "error");
    }

    [Test]
    public void Discovery_names_endpoints_that_are_there()
    {
        var metadata = SignInProvider.Json(provider.Model.Discover());

        foreach (var (name, address) in metadata.Where(member => member.Key.EndsWith("_endpoint", StringComparison.Ordinal) || member.Key == "jwks_uri"))
        {
            provider.Model.Find(new Uri(address!.GetValue<string>()).AbsolutePath).Should().NotBeNull("{0} is told", name);
        }

        metadata["grant_types_supported"]!.ToJsonString().Should().Be("""["authorization_code","client_credentials","refresh_token","urn:ietf:params:oauth:grant-type:device_code"]""");
    }

    private (int Status, string Challenge) Challenge(string? authorization)
    {
        var answer = provider.Model.TellUser(authorization, ProvedCall.Unproved);
        return (answer.Status, answer.Headers["WWW-Authenticate"]);
    }

    private AuthAnswer Revoke(string token, string client, string secret) =>
        provider.Model.Revoke(new TokenCall(null, SignInProvider.Form(("token", token), ("client_id", client), ("client_secret", secret))));

    private AuthAnswer Push(string query) => provider.Model.Push(new TokenCall(null, $"{query}&client_secret=secret"));
}
