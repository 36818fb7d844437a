using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Outcomes;
using StagingHarness.Analysis.Runs;
using StagingHarness.History.Runs;
using StagingHarness.Reporting.Terminal;
using StagingHarness.Reporting.Tuning;
using StagingHarness.TestKit.Golden;
using StagingHarness.TestKit.Records;

namespace StagingHarness.Tests.Reporting.Tuning;

public sealed class TunedTableTests
{
    [Test]
    public void Low_threshold_pages_sooner_than_a_high_one()
    {
        var rows = TunedTable.Of([Bad(), Good()], "errors").Rows;

        rows.Should().HaveCountGreaterThan(4).And.ContainSingle(row => row.IsWritten).Which.Threshold.Should().Be("5 %");
        var times = rows.Select(row => row.Slowest?.TimeToPage ?? TimeSpan.MaxValue).ToList();
        times.Should().BeInAscendingOrder();
        rows.Should().OnlyContain(row => row.FalsePages == 0, "nothing goes wrong on the good run");
    }

    [Test]
    public void Rule_that_fires_when_the_outage_is_over_has_missed_it()
    {
        var bad = Bad();
        var ended = new Outage { From = bad.Onset!.Value, Until = bad.Onset.Value + TimeSpan.FromMilliseconds(1), Ended = true, Outcomes = bad.Analysis.Outages.Longest!.Outcomes };
        var over = bad with { Analysis = bad.Analysis with { Outages = new Outages { All = [ended] } } };

        var written = TunedTable.Of([over], "errors").Rows.Single(row => row.IsWritten);

        TunedTable.Of([bad], "errors").Rows.Single(row => row.IsWritten).Paged.Should().Be(1);
        (written.Paged, written.FalsePages).Should().Be((0, 0));
        TunedTable.Of([over with { Analysis = over.Analysis with { Outages = new Outages { All = [ended with { Ended = false }] } } }], "errors")
            .Rows.Single(row => row.IsWritten).Paged.Should().Be(1, "it went on when nobody watched any more");
    }

    [Test]
    public void Firing_on_a_good_run_is_a_false_page()
    {
        var rows = TunedTable.Of([Bad() with { Kind = TunedKind.Good }], "errors").Rows;

        rows.Single(row => row.IsWritten).FalsePages.Should().Be(1);
    }

    [Test]
    public void Rule_that_was_never_fed_is_blind()
    {
        TunedTable.Of([Bad(), Good()], "memory").Rows.Should().OnlyContain(row => row.Blind == 2 && row.Paged == 0);
    }

    [Test]
    public void Detection_is_tried_as_it_was_armed()
    {
        var rows = TunedTable.Of([Bad(), Good()], "detection").Rows;

        rows.Should().HaveCount(5).And.OnlyContain(row => row.Paged == 1 && row.FalsePages == 0);
        rows.Select(row => row.Slowest!.TimeToPage!.Value).Should().BeInAscendingOrder();
    }

    [Test]
    public void Run_that_says_neither_is_left_out_and_told()
    {
        var table = TunedTable.Of([Bad(), Good() with { Kind = TunedKind.Neither }], "errors");

        table.Rows.Should().OnlyContain(row => row.Cells.Length == 1);
        table.Notes.Should().ContainSingle().Which.Should().StartWith("'good' is left out: SAFE says neither");
    }

    [TestCase("text")]
    [TestCase("markdown")]
    [TestCase("json")]
    public void Table_reads_as_approved(string format)
    {
        var table = TunedTable.Of([Bad(), Good()], null);

        var text = format switch
        {
            "json" => TunedJson.Print(table) + "\n",
            "markdown" => TunedMarkdown.Print(table),
            _ => TunedText.Print(table, TerminalStyle.Plain),
        };
        GoldenFile.Verify(text, $"Reporting/tuned-{format}.txt");
    }

    private static TunedRun Bad() => Run("bad", AlertedRun.Incident(), "REPRODUCED", TunedKind.Bad);

    private static TunedRun Good() => Run("good", AlertedRun.Calm(), "SAFE", TunedKind.Good);

    private static TunedRun Run(string folder, RunRecord record, string verdict, TunedKind kind) => new()
    {
        Folder = folder,
        Scenario = record.Plan.Name,
        Verdict = verdict,
        Kind = kind,
        Analysis = RunAnalysis.Of(record),
    };
}
