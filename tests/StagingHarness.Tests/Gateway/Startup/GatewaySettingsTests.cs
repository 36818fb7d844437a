using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Gateway.Startup;

namespace StagingHarness.Tests.Gateway.Startup;

[TestFixture]
public sealed class GatewaySettingsTests
{
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
}
