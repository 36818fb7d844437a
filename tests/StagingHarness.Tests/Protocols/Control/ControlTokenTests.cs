using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Protocols.Control;

namespace StagingHarness.Tests.Protocols.Control;

[TestFixture]
public sealed class ControlTokenTests
{
    [TestCase("secret", true)]
    [TestCase("Secret", false)]
    [TestCase("secret,secret", false)]
    [TestCase("", false)]
    [TestCase(null, false)]
    public void Only_the_same_text_matches(string? presented, bool matches)
    {
        new ControlToken("secret").Matches(presented).Should().Be(matches);
    }

    [Test]
    public void Empty_token_guards_nothing_and_is_refused()
    {
        var create = () => new ControlToken(" ");

        create.Should().Throw<ArgumentException>();
    }
}
