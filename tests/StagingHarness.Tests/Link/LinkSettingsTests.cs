using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Link;

namespace StagingHarness.Tests.Link;

[TestFixture]
public sealed class LinkSettingsTests
{
    [Test]
    public void Missing_token_is_named_with_the_fix()
    {
        var read = () => LinkSettings.Read(["--listen", "http://127.0.0.1:5001", "--control", "http://127.0.0.1:5002"], _ => null);

        read.Should().Throw<SettingsException>()
            .WithMessage("Environment variable 'STAGE_CONTROL_TOKEN' is empty; give the run's control token.");
    }

    [Test]
    public void Missing_address_is_named_with_the_fix()
    {
        var read = () => LinkSettings.Read(["--listen", "http://127.0.0.1:5001"], _ => "token");

        read.Should().Throw<SettingsException>().WithMessage(
            "Arguments are '--listen http://127.0.0.1:5001'; give '--listen http://HOST:PORT --control http://HOST:PORT'.");
    }
}
