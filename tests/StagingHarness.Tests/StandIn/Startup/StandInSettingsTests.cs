using FluentAssertions;
using NUnit.Framework;
using StagingHarness.StandIn.Startup;

namespace StagingHarness.Tests.StandIn.Startup;

[TestFixture]
public sealed class StandInSettingsTests
{
    private static readonly string[] Arguments =
        ["--listen", "http://127.0.0.1:5001", "--control", "http://127.0.0.1:5002", "--issuer", "http://provider:5001/"];

    private readonly Dictionary<string, string> environment = new()
    {
        ["STAGE_CONTROL_TOKEN"] = "token",
        ["STANDIN_AUDIENCE"] = "portal",
        ["STANDIN_TOKEN_LIFETIME_SECONDS"] = "300",
        ["STANDIN_CLIENTS"] = "a=x%26y&b=z",
    };

    [Test]
    public void Settings_are_read_and_the_issuer_loses_its_slash()
    {
        var settings = StandInSettings.Read(Arguments, environment.GetValueOrDefault);

        settings.Issuer.Should().Be("http://provider:5001");
        settings.TokenLifetime.Should().Be(TimeSpan.FromMinutes(5));
        settings.Clients.Should().Equal(new Dictionary<string, string> { ["a"] = "x&y", ["b"] = "z" });
        settings.Listen.Port.Should().Be(5001);
        settings.Control.Port.Should().Be(5002);
    }

    [Test]
    public void Who_signs_in_is_read_and_nobody_does_where_it_is_not_told()
    {
        StandInSettings.Read(Arguments, environment.GetValueOrDefault).SignIn.Clients.Should().BeEmpty();

        var told = new Dictionary<string, string>(environment)
        {
            ["STANDIN_SIGN_IN"] = Uri.EscapeDataString("""{"clients":{"web":{"signedIn":["/in"]}},"users":{"alice":{"password":"{x}%","claims":"{}"}}}"""),
        };
        var setup = StandInSettings.Read(Arguments, told.GetValueOrDefault).SignIn;

        setup.Clients["web"].SignedIn.Should().Equal("/in");
        setup.Clients["web"].SignedOut.Should().BeEmpty();
        setup.Users["alice"].Password.Should().Be("{x}%");
        $"{setup.Users["alice"]}".Should().NotContain("{x}%");
    }

    [TestCase("STANDIN_SIGN_IN", "%7B%22users%22%3A%7B%22a%22%3A%22secret%22",
        "Environment variable 'STANDIN_SIGN_IN' is malformed; give clients and users as percent-encoded JSON.")]
    [TestCase("STAGE_CONTROL_TOKEN", " ", "Environment variable 'STAGE_CONTROL_TOKEN' is empty; set it.")]
    [TestCase("STANDIN_AUDIENCE", null, "Environment variable 'STANDIN_AUDIENCE' is empty; set it.")]
    [TestCase("STANDIN_TOKEN_LIFETIME_SECONDS", "0",
        "Environment variable 'STANDIN_TOKEN_LIFETIME_SECONDS' is '0'; give whole seconds, at least 1.")]
    [TestCase("STANDIN_CLIENTS", null, "Environment variable 'STANDIN_CLIENTS' is not set; set it, empty for no client.")]
    [TestCase("STANDIN_CLIENTS", "a=secret&a=secret",
        "Environment variable 'STANDIN_CLIENTS' is malformed; give id=secret&id=secret, each id once.")]
    [TestCase("STANDIN_CERTIFICATES", "[{\"privateKey\":\"secret\"",
        "Environment variable 'STANDIN_CERTIFICATES' is malformed; give a JSON list with one certificate of each kind.")]
    [TestCase("STANDIN_CERTIFICATES", "[{\"kind\":\"Valid\",\"leaf\":\"\",\"intermediate\":null,\"privateKey\":\"secret\"}]",
        "Environment variable 'STANDIN_CERTIFICATES' is malformed; give a JSON list with one certificate of each kind.")]
    public void Variable_that_is_wrong_is_named_with_the_fix_and_without_secrets(string name, string? value, string message)
    {
        var wrong = environment.Where(pair => pair.Key != name).ToDictionary();
        if (value is not null)
        {
            wrong[name] = value;
        }

        var read = () => StandInSettings.Read(Arguments, wrong.GetValueOrDefault);

        read.Should().Throw<SettingsException>().WithMessage(message);
    }

    [TestCase(1, "http://*:5001", "Option '--listen' is 'http://*:5001'; give the address to bind as http://HOST:PORT.")]
    [TestCase(5, "provider", "Option '--issuer' is 'provider'; give the public base URL.")]
    public void Option_that_is_wrong_is_named_with_the_fix(int position, string value, string message)
    {
        string[] wrong = [.. Arguments];
        wrong[position] = value;

        var read = () => StandInSettings.Read(wrong, environment.GetValueOrDefault);

        read.Should().Throw<SettingsException>().WithMessage(message);
    }
}
