using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Gateway.Startup;

namespace StagingHarness.Tests.Gateway.Startup;

[TestFixture]
public sealed class GatewaySettingsTests
{
    private static readonly string[] Addresses = ["--listen", "http://127.0.0.1:5001", "--control", "http://127.0.0.1:5002"];

    [Test]
    public void Missing_token_is_named_with_the_fix()
    {
        var read = () => GatewaySettings.Read([], _ => null);

        read.Should().Throw<SettingsException>()
            .WithMessage("Environment variable 'STAGE_CONTROL_TOKEN' is empty; give the run's control token.");
    }

    [Test]
    public void Missing_address_is_named_with_the_fix()
    {
        var read = () => GatewaySettings.Read(["--listen", "http://127.0.0.1:5001", "--control"], _ => "token");

        read.Should().Throw<SettingsException>()
            .WithMessage("Option '--control' is ''; give the address to bind as http://HOST:PORT.");
    }

    [Test]
    public void Clients_speak_plain_http_unless_something_else_is_said()
    {
        GatewaySettings.Read(Addresses, name => name == "STAGE_CONTROL_TOKEN" ? "token" : null).IsPlain.Should().BeTrue();
        GatewaySettings.Read([.. Addresses, "--http", "2"], name => name == "STAGE_CONTROL_TOKEN" ? "token" : null).IsPlain.Should().BeFalse();
    }

    [Test]
    public void Version_and_certificate_that_are_none_are_named_with_the_fix()
    {
        var version = () => GatewaySettings.Read([.. Addresses, "--http", "3"], name => name == "STAGE_CONTROL_TOKEN" ? "token" : null);
        var certificate = () => GatewaySettings.Read(Addresses, _ => "token");

        version.Should().Throw<SettingsException>().WithMessage("Option '--http' is '3'; give 1.1 or 2.");
        certificate.Should().Throw<SettingsException>().WithMessage("Environment variable 'STAGE_GATEWAY_CERTIFICATE' holds no certificate: *");
    }
}
