using System.Text;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Loading;
using StagingHarness.Scenarios;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.TestKit.Files;
using StagingHarness.Tests.Scenarios.Fixtures;

namespace StagingHarness.Tests.Scenarios;

/// <summary>Two thousand mutations of what ships, of its bytes, lines and tokens: each ends in a plan or in findings that have a place.</summary>
public sealed class ShippedMutationTests : IDisposable
{
    private const int Mutations = 2_000;
    private const int Seed = 20230513;

    private readonly TemporaryFolder _folder = new();
    private string _scenarios = "";

    [OneTimeSetUp]
    public void CopyWhatShips()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, ".git"));
        _scenarios = Path.Combine(_folder.Path, "scenarios");
        var source = Path.Combine(Checkout.Root, "scenarios");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj")))
        {
            var copy = Path.Combine(_scenarios, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose() => _folder.Dispose();

    [Test]
    public void Mutated_file_ends_in_a_plan_or_findings_with_places()
    {
        var targets = Targets().ToList();
        var broken = 0;
        for (var number = 0; number < Mutations; number++)
        {
            var (file, scenario, original) = targets[number % targets.Count];
            var mutated = FileMutation.Of(original, new Sequence(Seed + number));
            File.WriteAllBytes(file, mutated);
            var load = () => PlanLoader.Load(scenario, ScenarioInputs.None);

            var result = load.Should().NotThrow("mutation {0} of '{1}' is\n{2}", number, file, Encoding.UTF8.GetString(mutated)).Subject;

            (result.Plan is null).Should().Be(result.Findings.Any(finding => finding.Severity == Severity.Error));
            result.Findings.Where(finding => finding is not { File.Length: > 0, Line: > 0, Column: > 0, Length: > 0 }).Should().BeEmpty("each has a place");
            FindingRenderer.Render(result.Findings).Should().NotContain(_folder.Path);
            broken += result.Plan is null ? 1 : 0;
            File.WriteAllBytes(file, original);
        }

        broken.Should().BeGreaterThan(Mutations / 2, "mutations that break nothing try nothing").And.BeLessThan(Mutations, "nor do those that break everything");
    }

    /// <summary>Every file, and a scenario by which it is loaded.</summary>
    private IEnumerable<(string File, string Scenario, byte[] Original)> Targets()
    {
        foreach (var scenario in Directory.EnumerateFiles(_scenarios, "*.scenario.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var loaded = PlanLoader.Load(scenario, ScenarioInputs.None);
            FindingRenderer.Render(loaded.Findings).Should().BeEmpty("what ships is valid");
            yield return (scenario, scenario, File.ReadAllBytes(scenario));
            var system = Path.Combine(_folder.Path, loaded.Plan!.System.File);
            yield return (system, scenario, File.ReadAllBytes(system));
        }
    }
}
