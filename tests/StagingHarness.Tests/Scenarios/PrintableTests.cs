using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Scenarios.Diagnostics;

namespace StagingHarness.Tests.Scenarios;

public sealed class PrintableTests
{
    [TestCase("web-1 größer 😀", "web-1 größer 😀")]
    [TestCase("a\tb", "a b")]
    [TestCase("\u001b[2J\u0007", "\\u001B[2J\\u0007")]
    [TestCase("\u202Eright to left", "\\u202Eright to left")]
    public void Text_shows_what_a_terminal_would_act_on_or_hide(string text, string shown) => Printable.Of(text).Should().Be(shown);

    [Test]
    public void Text_that_would_fill_a_screen_is_cut() => Printable.Of(new string('x', 5000)).Should().HaveLength(403).And.EndWith("x...");

    [Test]
    public void Caret_stays_under_what_is_meant()
    {
        QuotedLine.Of("a: b", 4, 1).Should().Be(new QuotedLine("a: b", "   ^"));
        QuotedLine.Of("\u0007: b", 4, 1).Should().Be(new QuotedLine("\\u0007: b", "        ^"));
        QuotedLine.Of("", 1, 1).Should().Be(new QuotedLine("", "^"));
        QuotedLine.Of("a:", 3, 1).Should().Be(new QuotedLine("a:", "  ^"));
    }

    [Test]
    public void Long_line_is_cut_on_both_sides_of_what_is_meant()
    {
        var line = new string('a', 500) + "meant" + new string('b', 500);

        var shown = QuotedLine.Of(line, 501, 5);

        shown.Text.Should().Be($"...{new string('a', 60)}meant{new string('b', 95)}...");
        shown.Caret.Should().Be(new string(' ', 63) + "^^^^^");
    }
}
