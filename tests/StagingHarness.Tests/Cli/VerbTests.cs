using System.Text.Json;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Cli;
using StagingHarness.TestKit.Golden;
using StagingHarness.Tests.Scenarios.Fixtures;

namespace StagingHarness.Tests.Cli;

/// <summary>The verbs that start nothing: what they print, where, and how they exit.</summary>
public sealed class VerbTests
{
    [Test]
    public async Task Valid_files_are_told_in_one_line()
    {
        using var fixture = new ScenarioFixture();

        var (code, output, error) = await RunAsync("validate", fixture.Root);

        (code, output, error).Should().Be((0, "2 files: 0 errors, 0 warnings\n", ""));
    }

    [Test]
    public async Task Findings_of_all_files_are_told_once_and_in_one_pass()
    {
        using var fixture = Broken();

        var (code, output, error) = await RunAsync("validate", $"{fixture.Root}/**/*.yaml");

        code.Should().Be(3);
        error.Should().BeEmpty();
        GoldenFile.Verify(output, "Cli/validate.txt");
    }

    [Test]
    public async Task Findings_come_as_json()
    {
        using var fixture = Broken();

        var (code, output, _) = await RunAsync("validate", fixture.Root, "--output", "json");

        code.Should().Be(3);
        var report = JsonDocument.Parse(output).RootElement;
        report.GetProperty("formatVersion").GetInt32().Should().Be(1);
        report.GetProperty("exitCode").GetInt32().Should().Be(3);
        var findings = report.GetProperty("files").EnumerateArray().SelectMany(file => file.GetProperty("findings").EnumerateArray()).ToList();
        findings.Select(finding => finding.GetProperty("code").GetString()).Should().BeEquivalentTo("SH0021", "SH0023", "SH0012");
        findings.Should().OnlyContain(finding => finding.GetProperty("line").GetInt32() > 0 && finding.GetProperty("severity").GetString() == "error");
    }

    [Test]
    public async Task Pattern_and_folder_that_stand_for_nothing_are_not_green()
    {
        using var fixture = new ScenarioFixture();
        Directory.CreateDirectory(fixture.PathOf("empty"));

        var (code, output, error) = await RunAsync("validate", fixture.PathOf("empty"), $"{fixture.Root}/*.scenario.yaml");

        (code, output).Should().Be((6, ""));
        error.Should().Contain("holds no file of the language (*.scenario.yaml, *.system.yaml)").And.Contain("no file matches '");
    }

    [Test]
    public async Task File_that_is_named_and_missing_is_a_finding()
    {
        using var fixture = new ScenarioFixture();

        var (code, output, _) = await RunAsync("validate", fixture.PathOf("scenarios/none.scenario.yaml"));

        code.Should().Be(3);
        output.Should().Contain("SH0001");
    }

    [Test]
    public async Task List_shows_intent_tags_and_title_and_says_of_a_broken_file_that_it_is_one()
    {
        using var fixture = new ScenarioFixture();
        fixture.Write("scenarios/broken.scenario.yaml", "scenario: broken\n");

        var (code, output, _) = await RunAsync("list", fixture.Root);

        code.Should().Be(0);
        GoldenFile.Verify(output, "Cli/list.txt");
    }

    [Test]
    public async Task List_takes_those_that_have_all_tags()
    {
        using var fixture = new ScenarioFixture();

        (await RunAsync("list", fixture.Root, "--tag", "shop", "--output", "json")).Output.Should().Contain("\"tags\": [");
        var (code, output, error) = await RunAsync("list", fixture.Root, "--tag", "shop", "--tag", "nightly");

        (code, output).Should().Be((6, ""));
        error.Should().Contain("has the tags 'shop' and 'nightly'");
    }

    [Test]
    public async Task Plan_as_json_holds_every_default_and_the_bounds()
    {
        using var fixture = new ScenarioFixture();
        fixture.Replace(ScenarioFixture.ScenarioFile, "  connections: 32\n", "");

        var (code, output, _) = await RunAsync("plan", fixture.PathOf(ScenarioFixture.ScenarioFile), "--output", "json");

        code.Should().Be(0);
        var plan = JsonDocument.Parse(output).RootElement;
        plan.GetProperty("traffic").GetProperty("connections").GetInt32().Should().Be(64);
        plan.GetProperty("bounds").GetProperty("wrongAnswers").GetInt32().Should().BePositive();
        plan.GetProperty("bounds").GetProperty("rollback").GetString().Should().StartWith("00:00:10.0", "ten incident minutes of a second each");
    }

    [Test]
    public async Task Plan_for_an_engine_tells_each_step_that_it_cannot_carry_out_before_anything_starts()
    {
        using var fixture = new ScenarioFixture();
        fixture.Replace(ScenarioFixture.ScenarioFile, "  - watch: { for: 15 min }", """
              - fault: { memory: { instances: [portal-1], limit: 64 MiB }, for: 1 min }
              - fault: { kill: { instances: [portal-2] }, for: 1 min }
              - fault: { disconnect: { instances: [portal-3] }, for: 1 min }
              - watch: { for: 12 min }
            """);
        var file = fixture.PathOf(ScenarioFixture.ScenarioFile);

        var (code, output, _) = await RunAsync("plan", file, "--engine", "process");
        var json = await RunAsync("plan", file, "--engine", "process", "--output", "json");

        code.Should().Be(4, "that is what a run would exit with");
        output[output.IndexOf("On engine", StringComparison.Ordinal)..].TrimEnd().Should().Be("""
            On engine 'process', as was asked for
              [6] not possible: The process engine cannot make fault 'memory': its processes have no control group of their own, so nothing limits one of them. Use '--engine docker'.
              [8] not possible: The process engine cannot make fault 'disconnect': all instances share this machine's loopback, so none can be taken off it. Use 'pause', or '--engine docker'.
            """);
        json.Code.Should().Be(4);
        JsonDocument.Parse(json.Output).RootElement.GetProperty("engine").GetProperty("obstacles")[1].GetProperty("step").GetString().Should().Be("8");
        (await RunAsync("plan", file)).Code.Should().Be(0, "without an engine nothing is asked of one");
        (await RunAsync("validate", file)).Code.Should().Be(0);
    }

    [Test]
    public async Task Plan_for_an_engine_tells_hooks_which_the_command_line_has_not()
    {
        using var fixture = new ScenarioFixture();
        fixture.Replace(ScenarioFixture.ScenarioFile, "  - watch: { for: 15 min }", "  - hook: { name: fill-cache }\n  - watch: { for: 15 min }");

        var (code, output, _) = await RunAsync("plan", fixture.PathOf(ScenarioFixture.ScenarioFile), "--engine", "process");

        code.Should().Be(4);
        output.Should().Contain("[6] not possible: Hook 'fill-cache' is C#, and the command line has no hooks.");
    }

    [Test]
    public async Task Plan_for_an_engine_that_can_do_all_of_it_says_so()
    {
        using var fixture = new ScenarioFixture();

        var (code, output, _) = await RunAsync("plan", fixture.PathOf(ScenarioFixture.ScenarioFile), "--engine", "process");

        code.Should().Be(0);
        output.Should().EndWith("On engine 'process', as was asked for\n  every step is possible\n\n");
    }

    [Test]
    public async Task Explain_tells_a_page_the_list_or_the_nearest_code()
    {
        (await RunAsync("explain", "sh0012")).Output.Should().StartWith("SH0012 (error): A key is not known here");
        (await RunAsync("explain")).Output.Should().Contain("SH0001  error    A file is missing or cannot be read");
        var (code, output, error) = await RunAsync("explain", "SH012");

        (code, output).Should().Be((2, ""));
        error.Should().Be("stage: there is no finding 'SH012'; did you mean 'SH0012'?\n");
    }

    [Test]
    public async Task Misspelt_verb_is_a_matter_of_usage_with_a_suggestion()
    {
        var (code, output, error) = await RunAsync("valdate", "x");

        (code, output).Should().Be((2, ""));
        error.Should().Contain("did you mean 'validate'?");
    }

    private static ScenarioFixture Broken()
    {
        var fixture = new ScenarioFixture();
        fixture.Write("scenarios/second.scenario.yaml", ScenarioFixture.Scenario.Replace("instances: 4", "instances: 0", StringComparison.Ordinal));
        fixture.Replace(ScenarioFixture.ScenarioFile, "timeout: 3s", "timeout: 3");
        fixture.Replace(ScenarioFixture.SystemFile, "  worker:\n", "  worker:\n    colour: green\n");
        return fixture;
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await StageCommandLine.RunAsync(arguments, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
