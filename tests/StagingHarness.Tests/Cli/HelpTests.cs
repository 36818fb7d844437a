using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Cli;

namespace StagingHarness.Tests.Cli;

public sealed class HelpTests
{
    [Test]
    public async Task Help_names_every_verb() =>
        (await HelpAsync("--help")).Should().Contain("run ").And.Contain("plan ")
            .And.Contain("doctor").And.Contain("Checks what runs need on this machine, with the evidence and what mends it; nothing is changed.")
            .And.Contain("clean").And.Contain("Removes what killed runs have left behind");

    [Test]
    public async Task Help_of_clean_names_its_options() =>
        (await HelpAsync("clean", "--help")).Should()
            .Contain("--images").And.Contain("Removes images too that the harness has built and that no container uses.")
            .And.Contain("--dry-run").And.Contain("Says what would be removed, and removes nothing.");

    [Test]
    public async Task Help_of_doctor_names_its_options() => (await HelpAsync("doctor", "--help")).Should().Contain("--output").And.Contain("text or json.");

    [Test]
    public async Task Form_that_is_not_known_is_a_matter_of_usage()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();

        (await StageCommandLine.RunAsync(["doctor", "--output", "xml"], output, error)).Should().Be(2);

        output.ToString().Should().BeEmpty();
        error.ToString().Should().Contain("xml").And.Contain("see 'stage doctor --help'");
    }

    private static async Task<string> HelpAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        (await StageCommandLine.RunAsync(arguments, output, error)).Should().Be(0);
        error.ToString().Should().BeEmpty();
        return string.Join(' ', output.ToString().Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
    }
}
