using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Cli;
using StagingHarness.TestKit.Files;

namespace StagingHarness.Tests.Cli;

public sealed class TuneTests
{
    [Test]
    public async Task Folder_that_does_not_exist_is_a_matter_of_usage()
    {
        var (code, output, error) = await TuneAsync("/nowhere/one");

        (code, output).Should().Be((2, ""));
        error.Should().Contain("run folder '/nowhere/one' does not exist");
    }

    [Test]
    public async Task Folder_without_a_run_is_told()
    {
        using var folder = new TemporaryFolder();

        var (code, output, error) = await TuneAsync(folder.Path);

        (code, output).Should().Be((4, ""));
        error.Should().Contain("cannot be tuned on: Run '");
    }

    private static async Task<(int Code, string Output, string Error)> TuneAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await StageCommandLine.RunAsync(["tune", .. arguments], output, error);
        return (code, output.ToString(), error.ToString());
    }
}
