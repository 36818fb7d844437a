using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Relay;

namespace StagingHarness.Tests.Relay;

[TestFixture]
public sealed class RelaySettingsTests
{
    [Test]
    public void Missing_token_is_named_with_the_fix()
    {
        var read = () => RelaySettings.Read(["--listen", "http://127.0.0.1:5001"], _ => null);

        read.Should().Throw<SettingsException>()
            .WithMessage("Environment variable 'STAGE_CONTROL_TOKEN' is empty; give the run's control token.");
    }

    [Test]
    public void Missing_address_is_named_with_the_fix()
    {
        var read = () => RelaySettings.Read(["--listen"], _ => "token");

        read.Should().Throw<SettingsException>().WithMessage("Arguments are '--listen'; give '--listen http://HOST:PORT'.");
    }
}
