using System.Text.Json.Nodes;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Cli;
using StagingHarness.Protocols.Provider;
using StagingHarness.Scenarios;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.TestKit.Files;
using StagingHarness.TestKit.Golden;

namespace StagingHarness.Tests.Cli;

/// <summary>What <c>stage import openapi</c> writes, says and refuses.</summary>
public sealed class ImportTests
{
    private static readonly string Rates = Path.Combine(Checkout.Root, "scenarios", "systems", "price-desk", "rates");

    [TestCase("v1")]
    [TestCase("v2")]
    public async Task Documents_that_ship_become_the_mappings_that_ship(string version)
    {
        using var folder = new TemporaryFolder();

        var (exitCode, output, error) = await RunAsync(Path.Combine(Rates, $"{version}.openapi.yaml"), "--out", folder.Path);

        exitCode.Should().Be(0, error);
        GoldenFile.Verify(error.Replace(Rates, "RATES", StringComparison.Ordinal).Replace(folder.Path, "OUT", StringComparison.Ordinal), $"Cli/import-{version}.txt");
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Order(StringComparer.Ordinal)
            .Should().Equal(Directory.EnumerateFiles(folder.Path).Order(StringComparer.Ordinal));
        Directory.EnumerateFiles(folder.Path).ToDictionary(file => Path.GetFileName(file)!, File.ReadAllText)
            .Should().BeEquivalentTo(Directory.EnumerateFiles(Path.Combine(Rates, "documented", version)).ToDictionary(file => Path.GetFileName(file)!, File.ReadAllText));
    }

    [TestCase("rates-announced")]
    [TestCase("rates-awaited")]
    public void Announced_version_is_a_contract_with_mappings_of_its_own(string scenario)
    {
        var result = ScenarioLoader.Load(Path.Combine(Checkout.Root, "scenarios", "auth", $"{scenario}.scenario.yaml"), []);

        FindingRenderer.Render(result.Findings).Should().BeEmpty();
        var mappings = result.Plan!.System.Provider!.Mappings!;
        mappings.Contracts["v1"].Should().Equal(mappings.Plain);
        mappings.Contracts["v2"].Select(mapping => mapping.Name).Should().Equal(mappings.Plain.Select(mapping => mapping.Name));
        BodyOf(mappings.Contracts["v1"]).Should().Be("""{"base":"EUR","quote":"USD","value":1.0832}""");
        BodyOf(mappings.Contracts["v2"]).Should().Be("""{"base":"EUR","quote":"USD","value":"1.0832"}""");
    }

    [Test]
    public async Task Mistakes_are_told_with_their_places_and_exit_code_3()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "a.yaml");
        await File.WriteAllTextAsync(file, "openapi: 3.0.3\ninfo: { title: t, version: '1' }\npaths:\n  /a: { get: { responses: { '200': {} } } }\n");

        var (exitCode, output, error) = await RunAsync(file, "--out", Path.Combine(folder.Path, "made"));

        exitCode.Should().Be(3);
        output.Should().BeEmpty();
        error.ReplaceLineEndings("\n").Should().Be(
            $"{file}:4:29: error: the document is not as OpenAPI has it: The field 'description' in 'response' object is REQUIRED.\n"
            + $"      mend the document, or import what can be read of it with '--lenient'\nstage: '{file}' has mistakes, and nothing was written\n");
        (await RunAsync(file, "--out", Path.Combine(folder.Path, "made"), "--lenient")).ExitCode.Should().Be(0);
    }

    [Test]
    public async Task Nothing_to_import_has_an_exit_code_of_its_own()
    {
        using var folder = new TemporaryFolder();

        var (exitCode, _, error) = await RunAsync(Path.Combine(Rates, "v1.openapi.yaml"), "--out", folder.Path, "--only", "none");

        exitCode.Should().Be(6);
        error.Should().Contain("stage: 0 operations, none of them to import, and nothing was written");
    }

    [TestCase("rates", "'rates' is no path; write it like '/v1', or '/' for none")]
    [TestCase("/a?b", "'/a?b' is no path")]
    public async Task Base_path_that_is_none_is_refused(string path, string said)
    {
        var (exitCode, _, error) = await RunAsync("x.yaml", "--out", "x", "--base-path", path);

        exitCode.Should().Be(2);
        error.Should().Contain(said).And.Contain("see 'stage import openapi --help'");
    }

    [Test]
    public async Task Document_that_is_not_there_is_refused()
    {
        using var folder = new TemporaryFolder();

        var (exitCode, _, error) = await RunAsync(Path.Combine(folder.Path, "none.yaml"), "--out", folder.Path);

        exitCode.Should().Be(2);
        error.Should().StartWith($"stage: document '{folder.Path}").And.Contain("none.yaml' cannot be read: ");
    }

    [TestCase("", "x", "stage: no document was named, and nothing was imported")]
    [TestCase("x.yaml", "", "stage: no folder was named, and nothing was imported; name one, '.' for this one")]
    public async Task Empty_name_is_refused(string file, string folder, string said)
    {
        var (exitCode, _, error) = await RunAsync(file, "--out", folder);

        exitCode.Should().Be(2);
        error.Should().StartWith(said);
    }

    private static string BodyOf(IEnumerable<StandInMapping> mappings) =>
        JsonNode.Parse(mappings.Single(mapping => mapping.Name == "getRate").Json)!["Response"]!["Body"]!.GetValue<string>();

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await StageCommandLine.RunAsync(["import", "openapi", .. arguments], output, error);
        return (exitCode, output.ToString(), error.ToString());
    }
}
