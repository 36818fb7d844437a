using System.Text.RegularExpressions;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Scenarios;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Plans;
using StagingHarness.TestKit.Files;

namespace StagingHarness.Tests.Scenarios;

/// <summary>What the page on the language tells people to copy can be copied.</summary>
public sealed class ReadmeTests
{
    private static string Page => File.ReadAllText(Path.Combine(Checkout.Root, "scenarios", "README.md"));

    [Test]
    public void Expectations_on_the_page_are_valid_in_the_gate()
    {
        var block = Regex.Match(Page, "^```yaml\nexpect:\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline).Groups[1].Value;
        var gate = File.ReadAllText(Path.Combine(Checkout.Root, "scenarios/upgrades/gate.scenario.yaml"))
            .Replace("system: ../systems", "system: systems", StringComparison.Ordinal);
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, ".git"));
        CopySystems(folder.Path);
        File.WriteAllText(Path.Combine(folder.Path, "gate.scenario.yaml"), gate + block);

        var result = ScenarioLoader.Load(Path.Combine(folder.Path, "gate.scenario.yaml"), []);

        FindingRenderer.Render(result.Findings).Should().BeEmpty();
        result.Plan!.Expectations.Should().HaveCountGreaterThanOrEqualTo(9);
    }

    [Test]
    public void App_of_a_stranger_can_be_copied_from_the_page()
    {
        var blocks = Regex.Matches(Page, "^```yaml\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline).Select(block => block.Groups[1].Value).ToList();
        blocks = blocks.FindAll(block => !block.StartsWith("expect:", StringComparison.Ordinal));
        blocks.Should().HaveCount(2);
        blocks.Sum(block => block.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length).Should().BeLessThanOrEqualTo(25, "it is short");
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "my-app.system.yaml"), blocks[0]);
        File.WriteAllText(Path.Combine(folder.Path, "my-app.scenario.yaml"), blocks[1]);

        var result = ScenarioLoader.Load(Path.Combine(folder.Path, "my-app.scenario.yaml"), []);

        FindingRenderer.Render(result.Findings).Should().BeEmpty();
        result.Plan!.Steps.OfType<ActivateStepPlan>().Single().Version.Should().Be(new ServerVersion("1.28", ServerVersion.NoPlatform));
    }

    private static void CopySystems(string folder)
    {
        var from = Path.Combine(Checkout.Root, "scenarios/systems/client-portal");
        foreach (var file in Directory.EnumerateFiles(from, "*.csproj", SearchOption.AllDirectories).Append(Path.Combine(from, "client-portal.system.yaml")))
        {
            var target = Path.Combine(folder, "systems/client-portal", Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
