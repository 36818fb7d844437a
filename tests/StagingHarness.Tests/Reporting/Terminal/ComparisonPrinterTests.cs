using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Reporting.Terminal;
using StagingHarness.TestKit.Golden;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;
using StagingHarness.Verdicts;
using StagingHarness.Verdicts.Comparisons;

namespace StagingHarness.Tests.Reporting.Terminal;

public sealed class ComparisonPrinterTests
{
    [Test]
    public void Table_of_the_replay_has_its_text() =>
        GoldenFile.Verify(ComparisonPrinter.Print(Replay(), TerminalStyle.Plain), "Reporting/comparison.txt");

    [Test]
    public void Table_of_a_narrow_terminal_has_its_text() =>
        GoldenFile.Verify(
            ComparisonPrinter.Print(Replay(), new TerminalStyle(Colour: false, Width: 72)), "Reporting/comparison-72.txt");

    [Test]
    public void Report_that_agrees_with_itself_gets_no_remark() =>
        ComparisonPrinter.Print(Replay() with { OutageBySummary = Replay().OutageByTimeline }, TerminalStyle.Plain)
            .Should().NotContain("neither is claimed");

    private static Comparison Replay() => Judge.Assess(IncidentRun.Record(IncidentPlans.Replay())).Comparison!;
}
