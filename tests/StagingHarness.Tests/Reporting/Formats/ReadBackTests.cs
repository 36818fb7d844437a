using System.Text.Json;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Protocols.Samples;
using StagingHarness.Reporting.Json;
using StagingHarness.Reporting.Postmortem;
using StagingHarness.Reporting.Runs;
using StagingHarness.Reporting.Terminal;
using StagingHarness.TestKit.Records;
using StagingHarness.Verdicts;

namespace StagingHarness.Tests.Reporting.Formats;

/// <summary>What was written and read back stands in the reports that people and programs decide by, also where all is well.</summary>
public sealed class ReadBackTests
{
    private static readonly long Seed = WritingRun.Record().Plan.Seed;

    private static readonly RunRecord Whole = WritingRun.Record().WithIds(written => [.. written.Skip(1), written[^1], RequestId.OfWarmUp(Seed, 1), "7001"]);

    [Test]
    public void Last_block_tells_it() => Block(Whole).Should().MatchRegex(
        @"\nledger        [\d,]+ sent, [\d,]+ acknowledged, 1 of them lost and 1 doubled; not acknowledged: 0 present, 0 absent\n");

    [Test]
    public void Postmortem_tells_it() => PostmortemReport.Print(RunReport.Of(Judge.Assess(Whole))).Should().MatchRegex(
        @"read back when the traffic had ended: [\d,]+ sent, [\d,]+ acknowledged, 1 of them lost and 1 doubled; not acknowledged: 0 present, 0 absent\.\n");

    [Test]
    public void Programs_get_each_count()
    {
        var read = Whole.Events.OfType<LedgerRead>().Single();

        Json(Whole).GetProperty("ledger").EnumerateObject().ToDictionary(count => count.Name, count => count.Value.ToString()).Should().Equal(new Dictionary<string, string>
        {
            ["instance"] = "portal-1",
            ["sent"] = $"{read.Sent}",
            ["acknowledged"] = $"{read.Acknowledged}",
            ["lost"] = "1",
            ["doubled"] = "1",
            ["unacknowledgedPresent"] = "0",
            ["unacknowledgedAbsent"] = "0",
            ["warmUp"] = "1",
            ["foreign"] = "1",
            ["whyUnread"] = "",
        });
        read.Sent.Should().BeGreaterThan(100).And.Be(read.Acknowledged);
    }

    [Test]
    public void What_does_not_agree_with_what_was_counted_anew_is_told_with_the_reason()
    {
        var record = Whole.Change<LedgerRead>(read => read with { Lost = 0 });
        const string why = "not relied on: the counts do not agree: the journal says ";

        Block(record).Should().MatchRegex($@"\nledger        .*0 of them lost and 1 doubled.* \({why}");
        PostmortemReport.Print(RunReport.Of(Judge.Assess(record))).Should().Contain($"({why}");
        Json(record).GetProperty("ledger").GetProperty("whyUnread").GetString().Should().StartWith("the counts do not agree");
    }

    [Test]
    public void What_an_older_harness_did_not_write_is_null()
    {
        var ledger = Json(Whole.Change<LedgerRead>(read => read with { Sent = null, UnacknowledgedAbsent = null })).GetProperty("ledger");

        foreach (var name in new[] { "sent", "unacknowledgedAbsent", "whyUnread" })
        {
            ledger.GetProperty(name).ValueKind.Should().Be(JsonValueKind.Null, name);
        }
    }

    [Test]
    public void Where_nothing_was_read_back_nothing_is_told()
    {
        Json(ReportRuns.Passed).GetProperty("ledger").ValueKind.Should().Be(JsonValueKind.Null);
        Block(ReportRuns.Passed).Should().NotContain("ledger  ");
        PostmortemReport.Print(RunReport.Of(Judge.Assess(ReportRuns.Passed))).Should().NotContain("read back");
    }

    private static string Block(RunRecord record) => LastBlock.Print(Judge.Assess(record), record, "run", TerminalStyle.Plain);

    private static JsonElement Json(RunRecord record) => JsonDocument.Parse(JsonReport.Print(RunReport.Of(Judge.Assess(record)))).RootElement;
}
