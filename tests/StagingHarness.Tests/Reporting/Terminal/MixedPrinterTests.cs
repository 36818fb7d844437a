using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Runs;
using StagingHarness.Reporting.Terminal;
using StagingHarness.TestKit.Golden;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;
using StagingHarness.Verdicts;

namespace StagingHarness.Tests.Reporting.Terminal;

public sealed class MixedPrinterTests
{
    [Test]
    public void States_of_an_upgrade_one_by_one_have_their_text()
    {
        var record = RollingRun.Record().Answering((due, _) => due is >= 10_500 and < 10_600 ? SampleAnswer.App(500, 1) : null);

        GoldenFile.Verify(MixedPrinter.Print(RunAnalysis.Of(record), TerminalStyle.Plain), "Reporting/mixed.txt");
    }

    [Test]
    public void Upgrade_all_at_once_has_nothing_to_tell() =>
        MixedPrinter.Print(RunAnalysis.Of(CalmRun.Record(IncidentPlans.Gate(IncidentPlans.Compatible))), TerminalStyle.Plain).Should().BeEmpty();

    [Test]
    public void Last_block_tells_it_before_it_counts()
    {
        var record = RollingRun.Record();

        LastBlock.Print(Judge.Assess(record), record, "runs/one", TerminalStyle.Plain)
            .Should().MatchRegex("(?s)Mixed versions of portal .*2 of 4 .*expectations ");
    }
}
