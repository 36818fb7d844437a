using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Cli;
using StagingHarness.History.Runs;
using StagingHarness.TestKit.Fakes;
using StagingHarness.TestKit.Files;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.Tests.Cli;

public sealed class ReportTests
{
    [Test]
    public async Task Recorded_run_is_printed()
    {
        using var folder = new TemporaryFolder();
        Record(folder.Path);

        var (code, output, error) = await ReportAsync(folder.Path, "--format", "markdown");

        (code, error).Should().Be((0, ""));
        output.Should().StartWith("# ").And.Contain("small");
    }

    [Test]
    public async Task Report_goes_where_it_is_wanted()
    {
        using var folder = new TemporaryFolder();
        Record(folder.Path);
        var file = Path.Combine(folder.Path, "deep", "page.html");

        var (code, output, error) = await ReportAsync(folder.Path, "--out", file);

        (code, output, error).Should().Be((0, "", $"stage: report {file}\n"));
        (await File.ReadAllTextAsync(file)).Should().StartWith("<!DOCTYPE html>");
    }

    [Test]
    public async Task Runs_are_merged()
    {
        using var folder = new TemporaryFolder();
        var (one, two) = (Path.Combine(folder.Path, "one"), Path.Combine(folder.Path, "two"));
        Record(one);
        Record(two);

        var (code, output, _) = await ReportAsync("merge", one, two, "--format", "junit");

        code.Should().Be(0);
        output.Split("<testsuite name").Should().HaveCount(3);
    }

    [Test]
    public async Task Run_that_cannot_be_read_is_told_and_reported()
    {
        using var folder = new TemporaryFolder();
        Record(folder.Path);
        await File.WriteAllTextAsync(new RunFolder(folder.Path).Journal, "{\"event\":\"run-sta");

        var (code, output, error) = await ReportAsync(folder.Path, "--format", "json");

        code.Should().Be(4);
        error.Should().Contain("cannot be read: Run '").And.Contain("ended before its plan was written");
        output.Should().Contain("\"aborted\": \"Run '");
    }

    [Test]
    public async Task Folder_that_does_not_exist_is_a_matter_of_usage()
    {
        var (code, output, error) = await ReportAsync("/nowhere/one");

        (code, output).Should().Be((2, ""));
        error.Should().Contain("run folder '/nowhere/one' does not exist");
    }

    [Test]
    public async Task Folder_of_runs_is_a_matter_of_usage_and_the_run_in_it_is_named()
    {
        using var folder = new TemporaryFolder();
        var run = Path.Combine(folder.Path, "one");
        Record(run);

        var (code, output, error) = await ReportAsync(folder.Path);

        (code, output).Should().Be((2, ""));
        error.Should().Be($"stage: folder '{folder.Path}' is no run, and holds one; name runs themselves, such as '{run}'{Environment.NewLine}");
    }

    [Test]
    public async Task Report_of_an_unknown_format_is_refused_before_anything_runs()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();

        var code = await StageCommandLine.RunAsync(["run", "none.scenario.yaml", "--report", "htm"], output, error);

        code.Should().Be(2);
        error.ToString().Should().Contain("unknown report format 'htm'").And.Contain("'html'");
    }

    private static void Record(string path)
    {
        Directory.CreateDirectory(path);
        using var stage = new FakeStage();
        stage.Run(new PlanBuilder().Build(), new RunFolder(path));
    }

    private static async Task<(int Code, string Output, string Error)> ReportAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await StageCommandLine.RunAsync(["report", .. arguments], output, error);
        return (code, output.ToString(), error.ToString());
    }
}
