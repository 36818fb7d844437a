using FluentAssertions;
using NUnit.Framework;
using StagingHarness.StandIn.Auth.State;

namespace StagingHarness.Tests.StandIn.Auth.State;

public sealed class SigningKeyTests
{
    [Test]
    public void Key_in_the_making_is_the_same_one_whenever_it_is_asked_for()
    {
        using var key = SigningKey.Begin();

        key.Algorithm.Should().Be("RS256");
        var shown = key.ToPublicJwk();
        shown["kid"]!.GetValue<string>().Should().Be(key.KeyId).And.Be(key.Credentials.Key.KeyId);
        key.ToPublicJwk().ToJsonString().Should().Be(shown.ToJsonString());
        key.Credentials.Algorithm.Should().Be("RS256");
    }

    [Test]
    public void Two_keys_are_never_the_same()
    {
        using var one = SigningKey.Begin();
        using var other = SigningKey.Begin();

        one.KeyId.Should().NotBe(other.KeyId);
    }

    [Test]
    public void Key_that_nobody_asked_for_is_disposed_without_waiting_for_it()
    {
        var key = SigningKey.Begin();

        key.Invoking(one => one.Dispose()).Should().NotThrow();

        // It was not asked for, so it was left alone, and is still made.
        key.KeyId.Should().NotBeEmpty();
    }
}
