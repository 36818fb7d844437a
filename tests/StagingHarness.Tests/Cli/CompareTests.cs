using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Cli;
using StagingHarness.History.Runs;
using StagingHarness.TestKit.Fakes;
using StagingHarness.TestKit.Files;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.Tests.Cli;

public sealed class CompareTests
{
    [Test]
    public async Task Recorded_runs_stand_in_one_table()
    {
        using var folder = new TemporaryFolder();
        Record(folder, "one");
        Record(folder, "two");

        var (code, output, error) = await CompareAsync("--output", "markdown", In(folder, "one"), In(folder, "two"));

        (code, error).Should().Be((0, ""));
        output.Split('\n').Count(line => line.StartsWith("| small |", StringComparison.Ordinal)).Should().Be(2);
        output.Should().Contain("stage, activate");
    }

    [Test]
    public async Task Folder_that_does_not_exist_is_a_matter_of_usage()
    {
        var (code, output, error) = await CompareAsync("/nowhere/one", "/nowhere/two");

        (code, output).Should().Be((2, ""));
        error.Should().Contain("run folder '/nowhere/one' does not exist").And.Contain("run folder '/nowhere/two' does not exist");
    }

    [Test]
    public async Task File_is_a_matter_of_usage()
    {
        using var folder = new TemporaryFolder();
        Record(folder, "one");
        var journal = new RunFolder(In(folder, "one")).Journal;

        var (code, output, error) = await CompareAsync(journal);

        (code, output, error).Should().Be((2, "", $"stage: '{journal}' is a file; name the folder of a run{Environment.NewLine}"));
    }

    [Test]
    public async Task Folder_without_a_run_is_told()
    {
        using var folder = new TemporaryFolder();

        var (code, output, error) = await CompareAsync(folder.Path);

        (code, output).Should().Be((4, ""));
        error.Should().Contain("cannot be compared: Run '").And.Contain("has no 'journal.ndjson'; name the folder of a run.");
    }

    [Test]
    public async Task Folder_of_runs_is_a_matter_of_usage_and_one_of_them_is_named()
    {
        using var folder = new TemporaryFolder();
        Record(folder, "20261130-one");
        Record(folder, "20261201-two");

        var (code, output, error) = await CompareAsync(folder.Path, In(folder, "20261130-one"));

        (code, output).Should().Be((2, ""));
        error.Should().Be($"stage: folder '{folder.Path}' is no run, and holds 2 of them; name runs themselves, such as '{In(folder, "20261201-two")}'{Environment.NewLine}");
    }

    [Test]
    public async Task Run_that_was_cut_off_is_told_and_hides_no_other()
    {
        using var folder = new TemporaryFolder();
        Record(folder, "whole");
        Record(folder, "cut");
        Record(folder, "altered");
        Cut(new RunFolder(In(folder, "cut")).Journal, bytes: 10);
        Cut(new RunFolder(In(folder, "altered")).Samples, bytes: 32);

        var (code, output, error) = await CompareAsync(In(folder, "whole"), In(folder, "cut"), In(folder, "altered"));

        (code, output).Should().Be((4, ""));
        error.Should().Contain("cut' is damaged: the last line, event").And.Contain("altered' is damaged: its samples are not those that were written")
            .And.NotContain("whole'");
    }

    [Test]
    public async Task Run_that_has_not_ended_is_told_apart_from_a_damaged_one()
    {
        using var folder = new TemporaryFolder();
        Record(folder, "going-on");
        var journal = new RunFolder(In(folder, "going-on")).Journal;
        File.WriteAllLines(journal, File.ReadAllLines(journal)[..^1]);

        var (code, output, error) = await CompareAsync(In(folder, "going-on"));

        (code, output).Should().Be((4, ""));
        error.Should().Contain("going-on' has no end: it still goes on, or was killed; wait until it has ended, or run its scenario again").And.NotContain("damaged");
    }

    private static string In(TemporaryFolder folder, string name) => Path.Combine(folder.Path, name);

    private static void Cut(string path, int bytes) => File.WriteAllBytes(path, File.ReadAllBytes(path)[..^bytes]);

    private static void Record(TemporaryFolder folder, string name)
    {
        Directory.CreateDirectory(In(folder, name));
        using var stage = new FakeStage();
        stage.Run(new PlanBuilder().Build(), new RunFolder(In(folder, name)));
    }

    private static async Task<(int Code, string Output, string Error)> CompareAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await StageCommandLine.RunAsync(["compare", .. arguments], output, error);
        return (code, output.ToString(), error.ToString());
    }
}
