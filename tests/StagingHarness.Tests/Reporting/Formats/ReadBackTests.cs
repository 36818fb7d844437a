using System.Text.Json;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Reporting.Json;
using StagingHarness.Reporting.Postmortem;
using StagingHarness.Reporting.Runs;
using StagingHarness.Reporting.Terminal;
using StagingHarness.TestKit.Records;
using StagingHarness.Verdicts;

namespace StagingHarness.Tests.Reporting.Formats;

/// <summary>What was written and read back stands in every report that people and programs decide by, also where all is well.</summary>
public sealed class ReadBackTests
{
    private const string Words = "400 sent, 398 acknowledged, 1 of them lost and 2 doubled; not acknowledged: 3 present, 4 absent";

    private static readonly RunRecord Counted = WritingRun.Record().Change<LedgerRead>(read => read with
    {
        Sent = 400,
        Acknowledged = 398,
        Lost = 1,
        Doubled = 2,
        Unacknowledged = 3,
        UnacknowledgedAbsent = 4,
        WarmUp = 5,
        Foreign = 6,
    });

    [Test]
    public void Last_block_tells_it() => LastBlock.Print(Judge.Assess(Counted), Counted, "run", TerminalStyle.Plain).Should().Contain($"\nledger        {Words}\n");

    [Test]
    public void Postmortem_tells_it() => PostmortemReport.Print(RunReport.Of(Judge.Assess(Counted))).Should().Contain($"read back when the traffic had ended: {Words}.");

    [Test]
    public void Programs_get_each_count()
    {
        var ledger = Json(Counted).GetProperty("ledger");

        ledger.EnumerateObject().ToDictionary(count => count.Name, count => count.Value.ToString()).Should().Equal(new Dictionary<string, string>
        {
            ["instance"] = "portal-1",
            ["sent"] = "400",
            ["acknowledged"] = "398",
            ["lost"] = "1",
            ["doubled"] = "2",
            ["unacknowledgedPresent"] = "3",
            ["unacknowledgedAbsent"] = "4",
            ["warmUp"] = "5",
            ["foreign"] = "6",
        });
    }

    [Test]
    public void Where_nothing_was_read_back_nothing_is_told()
    {
        Json(ReportRuns.Passed).GetProperty("ledger").ValueKind.Should().Be(JsonValueKind.Null);
        LastBlock.Print(Judge.Assess(ReportRuns.Passed), ReportRuns.Passed, "run", TerminalStyle.Plain).Should().NotContain("ledger  ");
        PostmortemReport.Print(RunReport.Of(Judge.Assess(ReportRuns.Passed))).Should().NotContain("read back");
    }

    private static JsonElement Json(RunRecord record) => JsonDocument.Parse(JsonReport.Print(RunReport.Of(Judge.Assess(record)))).RootElement;
}
