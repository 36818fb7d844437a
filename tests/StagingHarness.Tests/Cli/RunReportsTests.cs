using System.Xml.Linq;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Cli;
using StagingHarness.Cli.Commands;
using StagingHarness.Reporting.Formats;
using StagingHarness.Reporting.Runs;
using StagingHarness.TestKit.Files;
using StagingHarness.TestKit.Records;
using StagingHarness.Tests.Scenarios.Fixtures;
using StagingHarness.Verdicts;

namespace StagingHarness.Tests.Cli;

public sealed class RunReportsTests
{
    private static RunReport Failed => RunReport.Of(Judge.Assess(ReportRuns.Failed));

    private static RunReport Passed => RunReport.Of(Judge.Assess(ReportRuns.Passed));

    [Test]
    public void Later_run_does_not_hide_an_earlier_one_in_the_same_file()
    {
        using var folder = new TemporaryFolder();
        using var error = new StringWriter();
        var file = Path.Combine(folder.Path, "junit.xml");
        var reports = new RunReports([new ReportWish(ReportFormat.Junit, file)], 2, error);

        var codes = new[] { reports.Add(Failed, folder.Path, ExitCodes.Failed), reports.Add(Passed, folder.Path, ExitCodes.Passed), reports.Finish(ExitCodes.Failed) };

        codes.Should().Equal(ExitCodes.Failed, ExitCodes.Passed, ExitCodes.Failed);
        XDocument.Load(file).Descendants("testsuite").Should().HaveCount(2);
        XDocument.Load(file).Descendants("failure").Should().NotBeEmpty();
    }

    [Test]
    public async Task File_for_several_runs_needs_a_format_that_holds_them()
    {
        using var fixture = new ScenarioFixture();
        fixture.Write("scenarios/other.scenario.yaml", ScenarioFixture.Scenario.Replace("scenario: shop-upgrade", "scenario: other", StringComparison.Ordinal));

        var (code, error) = await RunAsync(fixture.Root, "--report", "json=run.json", "--engine", "process");

        code.Should().Be(ExitCodes.Usage);
        error.Should().Be("stage: '--report json=run.json' holds one run, and 2 are to run; write '--report json', which writes into each run folder, or one of html, junit, ctrf, markdown\n");
    }

    [TestCase(ExitCodes.Passed, ExitCodes.Environment)]
    [TestCase(ExitCodes.Failed, ExitCodes.Failed)]
    [TestCase(ExitCodes.Interrupted, ExitCodes.Interrupted)]
    public void Report_that_cannot_be_written_is_told_and_changes_no_verdict(int run, int expected)
    {
        using var folder = new TemporaryFolder();
        using var error = new StringWriter { NewLine = "\n" };
        var file = Path.Combine(folder.Path, "taken");
        Directory.CreateDirectory(file);
        var page = Path.Combine(folder.Path, "page.html");
        var reports = new RunReports([new ReportWish(ReportFormat.Junit, file), new ReportWish(ReportFormat.Html, page)], 1, error);

        reports.Add(Passed, folder.Path, run).Should().Be(expected);

        error.ToString().Should().StartWith($"stage: report '{file}' cannot be written: ").And.EndWith($"stage: report {page}\n");
    }

    [Test]
    public async Task Run_without_a_record_replaces_the_report_of_an_earlier_one()
    {
        using var fixture = new ScenarioFixture();
        fixture.Write(ScenarioFixture.SystemFile, ScenarioFixture.System.Replace("header: X-Api-Key, generated: true", "header: X-Api-Key, from: { file: none.txt }", StringComparison.Ordinal));
        fixture.Write("junit.xml", "yesterday's");
        var file = fixture.PathOf("junit.xml");

        var (code, _) = await RunAsync(fixture.Root, "--report", $"junit={file}", "--engine", "process");

        code.Should().Be(ExitCodes.Environment);
        ((string)XDocument.Load(file).Descendants("error").Single().Attribute("message")!).Should().Contain("could not be run: Credential 'api-key' has no value");
    }

    private static async Task<(int Code, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await StageCommandLine.RunAsync(["run", .. arguments], output, error);
        return (code, error.ToString());
    }
}
