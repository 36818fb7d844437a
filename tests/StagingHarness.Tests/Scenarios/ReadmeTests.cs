using System.Text.RegularExpressions;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Loading;
using StagingHarness.Scenarios;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.TestKit.Files;
using StagingHarness.Tests.Scenarios.Fixtures;
using StagingHarness.Tests.Scenarios.Schemas;

namespace StagingHarness.Tests.Scenarios;

/// <summary>What the page on the language tells people to copy can be copied, and no key is missing on it.</summary>
public sealed class ReadmeTests
{
    private static string Page => LanguagePage.Text;

    [Test]
    public void Every_example_is_valid()
    {
        LanguagePage.Files.Should().HaveCount(
            Regex.Count(Page, "^```yaml\n(?!expect:)", RegexOptions.Multiline), "each block is a whole file, and says which, but for that of the expectations");
        using var folder = new TemporaryFolder();
        LanguagePage.WriteTo(folder.Path);

        foreach (var (file, _) in LanguagePage.Files)
        {
            var path = Path.Combine(folder.Path, file);
            var findings = file.EndsWith(".system.yaml", StringComparison.Ordinal) ? SystemLoader.Load(path).Findings : PlanLoader.Load(path, ScenarioInputs.None).Findings;
            FindingRenderer.Render(findings).Should().BeEmpty("of {0}", file);
        }
    }

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
        var blocks = LanguagePage.Files.Where(block => block.File.StartsWith("my-app.", StringComparison.Ordinal)).ToList();
        blocks.Should().HaveCount(2);
        blocks.Sum(block => block.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length).Should().BeLessThanOrEqualTo(25, "it is short");
        using var folder = new TemporaryFolder();
        foreach (var (file, text) in blocks)
        {
            File.WriteAllText(Path.Combine(folder.Path, file), text);
        }

        var result = PlanLoader.Load(Path.Combine(folder.Path, "my-app.scenario.yaml"), ScenarioInputs.None);

        FindingRenderer.Render(result.Findings).Should().BeEmpty();
        result.Plan!.Steps.OfType<ActivateStepPlan>().Single().Version.Should().Be(new ServerVersion("1.28", ServerVersion.NoPlatform));
    }

    [Test]
    public void Several_services_are_upgraded_in_the_order_in_which_they_stand()
    {
        using var folder = new TemporaryFolder();
        LanguagePage.WriteTo(folder.Path);

        var plan = PlanLoader.Load(Path.Combine(folder.Path, "every-change.scenario.yaml"), ScenarioInputs.None).Plan!;

        plan.Steps.Skip(3).Select(Changed).Should().Equal("migrate", "front 2", "front 2", "shop 2.0", "shop 2.0", "");
        plan.Runbook.Select(Changed).Should().Equal("shop 1.0", "front 1", "migrate-back");
        plan.EndState.WithoutPage.Select(server => $"{server.Key} {server.Value.Release}").Should().Equal(
            "database-1 15", "front-1 2", "shop-1 2.0", "shop-2 2.0", "shop-3 2.0", "shop-4 2.0");
        plan.EndState.WithoutPage["shop-4"].Configuration.Should().Be("strict");
        plan.EndState.AfterRunbook["shop-4"].Configuration.Should().Be("lax");
        plan.EndState.AfterRunbook.Values.Select(version => version.Release).Should().Equal("15", "1", "1.0", "1.0", "1.0", "1.0");
        plan.System.Job("migrate").Artifact.Should().Be(plan.System.Service("database").Releases["15"]);
    }

    private static string Changed(StepPlan step) => step switch
    {
        JobStepPlan job => job.Job,
        VersionStepPlan version => $"{version.Service} {version.Version.Release}",
        _ => "",
    };

    [Test]
    public void Every_key_of_the_model_is_described_on_the_page_and_stands_in_an_example()
    {
        var keys = SchemaProperties.Of(SchemaFiles.Scenario).Concat(SchemaProperties.Of(SchemaFiles.System)).ToList();
        var examples = string.Concat(Regex.Matches(Page, "^```yaml\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline).Select(block => block.Groups[1].Value));

        keys.Where(key => !Regex.IsMatch(Page, $"`{Regex.Escape(key.Key)}(`|: )")).Select(key => key.Path).Should().BeEmpty("the tables name each key");
        keys.Where(key => !Regex.IsMatch(examples, $@"(^|[\s{{]){Regex.Escape(key.Key)}:", RegexOptions.Multiline)).Select(key => key.Path).Should().BeEmpty("an example shows each key");
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
