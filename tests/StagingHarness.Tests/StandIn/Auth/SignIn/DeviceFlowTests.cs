using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Protocols.Provider;
using StagingHarness.StandIn.Auth;
using StagingHarness.StandIn.Auth.Answers;
using StagingHarness.StandIn.Auth.Clients;
using StagingHarness.StandIn.Auth.State;

namespace StagingHarness.Tests.StandIn.Auth.SignIn;

/// <summary>Devices whose users sign in elsewhere, in virtual time.</summary>
[TestFixture]
public sealed class DeviceFlowTests
{
    private const string Grant = "urn:ietf:params:oauth:grant-type:device_code";

    private SignInProvider provider = null!;

    [SetUp]
    public void Create() => provider = SignInProvider.Create();

    [TearDown]
    public void Dispose() => provider.Dispose();

    [Test]
    public void Device_is_told_where_its_user_goes_and_with_what()
    {
        var told = SignInProvider.Json(Begin());

        told["user_code"]!.GetValue<string>().Should().MatchRegex("^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$");
        told["verification_uri"]!.GetValue<string>().Should().Be("http://issuer.example/device");
        told["verification_uri_complete"]!.GetValue<string>().Should().Be($"http://issuer.example/device?user_code={told["user_code"]}");
        (told["expires_in"]!.GetValue<long>(), told["interval"]!.GetValue<long>()).Should().Be((600, 5));
    }

    [Test]
    public void Device_gets_the_tokens_of_the_user_who_signed_in_once()
    {
        var told = Begin("openid offline_access");
        Ask(told).Should().Be("authorization_pending");

        Connect(told).Body.Should().Contain("Device connected");
        var answer = Poll(told);

        answer.Status.Should().Be(200, answer.Body);
        SignInProvider.Json(answer).Should().ContainKeys("id_token", "refresh_token");
        provider.IsActive(SignInProvider.Text(answer, "access_token")).Should().BeTrue();
        SignInProvider.Text(provider.Introspect(SignInProvider.Text(answer, "access_token")), "sub").Should().Be("alice");
        Ask(told).Should().Be("invalid_grant");
        provider.Refresh(SignInProvider.Text(answer, "refresh_token")).Status.Should().Be(200);
    }

    [Test]
    public void Device_that_asks_too_often_has_to_wait_longer_each_time()
    {
        var told = Begin();
        List<string> heard = [Ask(told)];
        foreach (var seconds in (double[])[5, 4.9, 5, 10, 15, 14.9])
        {
            provider.Time.Advance(TimeSpan.FromSeconds(seconds));
            heard.Add(Ask(told));
        }

        // 5 s at first, 10 s after the first early call, 15 s after the second.
        heard.Should().Equal(
            "authorization_pending", "authorization_pending", "slow_down", "slow_down", "slow_down", "slow_down", "slow_down");
    }

    [Test]
    public void Device_that_waits_as_told_is_not_slowed_down()
    {
        var told = Begin();
        Ask(told);
        provider.Time.Advance(TimeSpan.FromSeconds(4));
        Ask(told).Should().Be("slow_down");
        provider.Time.Advance(TimeSpan.FromSeconds(9.9));
        Ask(told).Should().Be("slow_down", "it is 10 s by now");
        provider.Time.Advance(TimeSpan.FromSeconds(15));
        Ask(told).Should().Be("authorization_pending");
    }

    [Test]
    public void Device_that_came_too_early_gets_its_tokens_all_the_same()
    {
        var told = Begin();
        Ask(told);
        Connect(told);

        Poll(told).Status.Should().Be(200);
    }

    [Test]
    public void Clock_of_the_provider_ages_codes_and_not_the_pace_of_devices()
    {
        var (told, other) = (Begin(), Begin());
        Ask(told);
        provider.Model.Change(new FacetOrder { ClockOffsetSeconds = -3600 });
        provider.Time.Advance(TimeSpan.FromSeconds(5));
        Ask(told).Should().Be("authorization_pending");

        provider.Model.Change(new FacetOrder { ClockOffsetSeconds = 600 });
        Ask(told).Should().Be("expired_token");
        Connect(other).Body.Should().Contain("No device waits with this code");
        Ask(other).Should().Be("expired_token");
    }

    [TestCase(599.9, "authorization_pending")]
    [TestCase(600, "expired_token")]
    public void Code_runs_out(double seconds, string error)
    {
        var told = Begin();
        provider.Time.Advance(TimeSpan.FromSeconds(seconds));

        Ask(told).Should().Be(error);
    }

    [Test]
    public void User_who_refuses_is_believed()
    {
        var told = Begin();

        Connect(told, ("decision", "deny")).Body.Should().Contain("Device refused");
        Ask(told).Should().Be("access_denied");
        Connect(told).Body.Should().Contain("No device waits with this code", "it is decided");
    }

    [TestCase("alice", "wrong")]
    [TestCase("bob", "pass word&")]
    [TestCase("", "")]
    public void Who_cannot_sign_in_decides_nothing_and_learns_of_no_code(string user, string password)
    {
        var told = Begin();

        foreach (var code in (string[])[SignInProvider.Text(told, "user_code"), "BBBB-BBBB"])
        {
            var page = provider.Model.ConnectDevice(SignInProvider.Form(("user_code", code), ("username", user), ("password", password)));
            page.Status.Should().Be(401);
            page.Body.Should().Contain("User name or password is wrong.").And.NotContain("pass word&");
        }

        Ask(told).Should().Be("authorization_pending");
    }

    [Test]
    public void Code_is_typed_in_any_case_and_without_its_middle()
    {
        var told = Begin();
        var code = SignInProvider.Text(told, "user_code");

        var page = provider.Model.ConnectDevice(
            SignInProvider.Form(("user_code", $" {code.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant()}"), ("username", "alice"), ("password", "pass word&")));

        page.Status.Should().Be(200);
        Poll(told).Status.Should().Be(200);
    }

    [Test]
    public void Code_of_another_device_or_client_buys_nothing()
    {
        var told = Begin();
        Connect(told);

        SignInProvider.Text(Poll(told, "other", "secret of the other"), "error").Should().Be("invalid_grant");
        SignInProvider.Text(provider.Token("web", "secret", [("grant_type", Grant), ("device_code", "nobody's")]), "error").Should().Be("invalid_grant");
        SignInProvider.Text(provider.Token("web", "secret", [("grant_type", Grant)]), "error").Should().Be("invalid_request");
        Poll(told).Status.Should().Be(200, "nobody has used it up");
    }

    [Test]
    public void Page_shows_what_was_brought_along_as_text()
    {
        var page = provider.Model.ShowDevicePage("user_code=%22%3E%3Cscript%3E");

        page.Status.Should().Be(200);
        page.Body.Should().Contain("value=\"&quot;&gt;&lt;script&gt;\"").And.NotContain("<script>");
        Regex.Matches(page.Body, "<label for=\"(\\w+)\">").Select(label => label.Groups[1].Value).Should().Equal("user_code", "username", "password");
        provider.Model.ShowDevicePage("user_code=a&user_code=b").Status.Should().Be(400);
        provider.Model.ConnectDevice("username=alice").Status.Should().Be(400);
    }

    [Test]
    public void Page_that_has_moved_is_told_at_its_new_place()
    {
        provider.Change(new FacetSettings
        {
            Endpoints = ImmutableSortedDictionary<string, EndpointRule>.Empty.Add("device", new EndpointRule { MovedTo = "/v2/device" }),
        });

        SignInProvider.Text(Begin(), "verification_uri").Should().Be("http://issuer.example/v2/device");
        provider.Model.ShowDevicePage("").Body.Should().Contain("action=\"/v2/device\"");
    }

    [Test]
    public void Client_for_which_nobody_signs_in_gets_no_codes()
    {
        using var key = SigningKey.Create("ES256");
        var plain = new AuthModel(PlainProvider.Of(key), provider.Time);

        SignInProvider.Text(plain.BeginDevice(new TokenCall(null, "client_id=web&client_secret=secret")), "error").Should().Be("unauthorized_client");
        plain.BeginDevice(new TokenCall(null, "client_id=web&client_secret=wrong")).Status.Should().Be(401);
    }

    private AuthAnswer Begin(string scope = "openid") =>
        provider.Model.BeginDevice(new TokenCall(null, SignInProvider.Form(("client_id", "web"), ("client_secret", "secret"), ("scope", scope))));

    private AuthAnswer Connect(AuthAnswer told, params (string Name, string Value)[] more) => provider.Model.ConnectDevice(
        SignInProvider.Form([("user_code", SignInProvider.Text(told, "user_code")), ("username", "alice"), ("password", "pass word&"), .. more]));

    private AuthAnswer Poll(AuthAnswer told, string client = "web", string secret = "secret") =>
        provider.Token(client, secret, [("grant_type", Grant), ("device_code", SignInProvider.Text(told, "device_code"))]);

    /// <summary>The error that the device gets.</summary>
    private string Ask(AuthAnswer told) => SignInProvider.Text(Poll(told), "error");
}
