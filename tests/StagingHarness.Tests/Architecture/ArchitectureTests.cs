using System.Text.RegularExpressions;
using System.Xml.Linq;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.TestKit.Files;

namespace StagingHarness.Tests.Architecture;

/// <summary>Holds the house against the page that describes it.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly string Harness = Path.Combine(Checkout.Root, "harness");

    private static readonly string Page = File.ReadAllText(Path.Combine(Harness, "ARCHITECTURE.md"));

    [Test]
    public void Page_names_every_folder_with_source_and_no_other()
    {
        var table = Page[Page.IndexOf("| folder |", StringComparison.Ordinal)..Page.IndexOf("| project |", StringComparison.Ordinal)];
        var described = FolderRow().Matches(table).Select(row => row.Groups["name"].Value);
        var real = SourceFiles().Select(file => Relative(Path.GetDirectoryName(file)!)).Distinct();

        described.Should().BeEquivalentTo(real);
    }

    [Test]
    public void Page_names_every_arrow_between_projects_and_no_other()
    {
        var described = ArrowRow().Matches(Page).ToDictionary(
            row => row.Groups["name"].Value,
            row => row.Groups["targets"].Value.Split(", ").Where(target => target != "nothing").Select(FullName).Order().ToList());
        var real = Directory.EnumerateFiles(Harness, "*.csproj", SearchOption.AllDirectories).ToDictionary(
            file => Path.GetFileNameWithoutExtension(file),
            file => XDocument.Load(file).Descendants("ProjectReference")
                .Where(reference => (string?)reference.Attribute("ReferenceOutputAssembly") != "false")
                .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))
                .Order().ToList());

        described.Should().BeEquivalentTo(real);
    }

    [TestCase("Artifacts")]
    [TestCase("Engines")]
    [TestCase("Gateway")]
    [TestCase("Links")]
    [TestCase("Pager")]
    [TestCase("Probes")]
    [TestCase("Provider")]
    [TestCase("Traffic")]
    public void Adapter_is_seen_by_no_other_folder_of_execution(string adapter)
    {
        var users = SourceFiles()
            .Where(file => Relative(file).StartsWith("StagingHarness.Execution/", StringComparison.Ordinal)
                && !Relative(file).StartsWith($"StagingHarness.Execution/{adapter}/", StringComparison.Ordinal)
                && File.ReadAllText(file).Contains($"using StagingHarness.Execution.{adapter}", StringComparison.Ordinal));

        users.Select(Relative).Should().BeEmpty();
    }

    [Test]
    public void Folders_of_a_project_form_no_cycle()
    {
        foreach (var project in Directory.EnumerateFiles(Harness, "*.csproj", SearchOption.AllDirectories))
        {
            FolderGraph.FindCycle(project, SourceFiles()).Should().BeNull($"of folders in '{Relative(project)}'");
        }
    }

    [TestCase("WireMock", "Instances/StandIn/Stubs/")]
    [TestCase("YamlDotNet", "StagingHarness.Scenarios/Documents/Syntax/")]
    [TestCase("Yarp", "Instances/Gateway/")]
    [TestCase("System.CommandLine", "StagingHarness.Cli/")]
    [TestCase("DotNet.Testcontainers", "StagingHarness.Execution/Engines/Docker/")]
    [TestCase("Docker.DotNet", "StagingHarness.Execution/Engines/Docker/")]
    [TestCase("Microsoft.Playwright", "StagingHarness.Browser/")]
    [TestCase("Microsoft.OpenApi", "StagingHarness.OpenApi/")]
    [TestCase("HdrHistogram", "StagingHarness.Analysis/Latency/")]
    public void Package_is_used_in_one_place_only(string package, string place)
    {
        var users = SourceFiles()
            .Where(file => Regex.IsMatch(File.ReadAllText(file), $@"^using {Regex.Escape(package)}\b", RegexOptions.Multiline))
            .Select(Relative).ToList();

        users.Should().NotBeEmpty().And.OnlyContain(file => file.StartsWith(place, StringComparison.Ordinal));
    }

    private static string FullName(string name) =>
        name.StartsWith("StagingHarness", StringComparison.Ordinal) ? name : $"StagingHarness.{name}";

    private static IEnumerable<string> SourceFiles() => Directory.EnumerateFiles(Harness, "*.cs", SearchOption.AllDirectories)
        .Where(file => !Relative(file).Split('/').Any(part => part is "bin" or "obj"));

    private static string Relative(string path) => Path.GetRelativePath(Harness, path).Replace('\\', '/');

    [GeneratedRegex(@"^\| `(?<name>[^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex FolderRow();

    [GeneratedRegex(@"^\| `(?<name>StagingHarness[^`/]*)` \| (?<targets>nothing|[A-Z][A-Za-z]+(?:, [A-Z][A-Za-z]+)*) \|$", RegexOptions.Multiline)]
    private static partial Regex ArrowRow();
}
