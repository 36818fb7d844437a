using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Supervision;

namespace StagingHarness.Tests.Execution.Supervision;

public sealed class OwnerLabelTests
{
    [Test]
    public void Label_written_and_read_is_the_same()
    {
        var label = new OwnerLabel(77, "123456", "pid:[4026531836]");

        label.ToString().Should().Be("77:123456:pid:[4026531836]");
        OwnerLabel.TryParse(label.ToString(), out var read).Should().BeTrue();
        read.Should().Be(label);
    }

    [TestCase("")]
    [TestCase("77")]
    [TestCase("77:1")]
    [TestCase("x:1:pid")]
    public void Text_that_is_no_label_is_refused(string text) => OwnerLabel.TryParse(text, out _).Should().BeFalse();
}
