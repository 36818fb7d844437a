using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Reporting.Terminal;

namespace StagingHarness.Tests.Reporting.Terminal;

public sealed class TextTableTests
{
    [Test]
    public void Table_without_a_width_breaks_nothing() =>
        Table().Print(TerminalStyle.Plain).Should().Be(
            "name      what it says\n"
            + "--------  -----------------------------\n"
            + "portal-1  a sentence that is quite long\n"
            + "portal-2  short\n");

    [Test]
    public void Table_of_a_width_breaks_its_widest_column_between_words() =>
        Table().Print(new TerminalStyle(Colour: false, Width: 26)).Should().Be(
            "name      what it says\n"
            + "--------  ----------------\n"
            + "portal-1  a sentence that\n"
            + "          is quite long\n"
            + "portal-2  short\n");

    [Test]
    public void Table_that_cannot_get_narrower_stays_readable() =>
        Table().Print(new TerminalStyle(Colour: false, Width: 3)).Split('\n').Max(line => line.Length).Should().Be(18);

    private static TextTable Table()
    {
        var table = new TextTable("name", "what it says");
        table.Add("portal-1", "a sentence that is quite long");
        table.Add("portal-2", "short");
        return table;
    }
}
