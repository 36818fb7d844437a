using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Reporting.Comparing;
using StagingHarness.Reporting.Terminal;
using StagingHarness.TestKit.Golden;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;
using StagingHarness.Verdicts;

namespace StagingHarness.Tests.Reporting.Comparing;

public sealed class ComparedTests
{
    private static readonly ComparedRun[] Runs =
    [
        ComparedRun.Of("runs/one", Judge.Assess(IncidentRun.Record(IncidentPlans.Replay()))),
        ComparedRun.Of("runs/two", Judge.Assess(CalmRun.Record(IncidentPlans.Gate(IncidentPlans.Compatible)))),
        ComparedRun.Of("runs/three", Judge.Assess(IncidentRun.Record(IncidentPlans.Gate(IncidentPlans.Incompatible))
            .Answering((due, _) => due >= IncidentRun.HandedOver ? SampleAnswer.App(500, 5) : null))),
    ];

    [Test]
    public void Table_for_a_terminal_has_its_text() =>
        GoldenFile.Verify(ComparedText.Print(Runs, TerminalStyle.Plain), "Reporting/compared.txt");

    [Test]
    public void Table_in_markdown_has_its_text() => GoldenFile.Verify(ComparedMarkdown.Print(Runs), "Reporting/compared.md");

    [Test]
    public void Table_for_programs_has_its_text() => GoldenFile.Verify(ComparedJson.Print(Runs), "Reporting/compared.json");

    [Test]
    public void Bar_in_a_name_breaks_no_table() =>
        ComparedMarkdown.Print([Runs[0] with { Scenario = "a|b" }]).Should().Contain("| a\\|b |");
}
