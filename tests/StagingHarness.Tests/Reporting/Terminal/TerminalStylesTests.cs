using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Reporting.Terminal;

namespace StagingHarness.Tests.Reporting.Terminal;

public sealed class TerminalStylesTests
{
    [Test]
    public void Writer_that_is_no_terminal_is_plain() => TerminalStyles.For(new StringWriter()).Should().Be(TerminalStyle.Plain);

    [TestCase(null, "xterm", 120, true, 120)]
    [TestCase("", "xterm", 120, true, 120)]
    [TestCase("1", "xterm", 120, false, 120)]
    [TestCase(null, "dumb", 120, false, 120)]
    [TestCase(null, null, 0, true, null)]
    public void Style_of_a_terminal_honours_its_settings(string? noColour, string? terminal, int width, bool colour, int? columns) =>
        TerminalStyles.Of(noColour, terminal, width).Should().Be(new TerminalStyle(colour, columns));
}
