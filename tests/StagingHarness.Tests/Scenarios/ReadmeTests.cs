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
    public void App_of_a_stranger_can_be_copied_from_the_page()
    {
        var blocks = Regex.Matches(Page, "^```yaml\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline).Select(block => block.Groups[1].Value).ToList();
        blocks.Should().HaveCount(2);
        blocks.Sum(block => block.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length).Should().BeLessThanOrEqualTo(25, "it is short");
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "my-app.system.yaml"), blocks[0]);
        File.WriteAllText(Path.Combine(folder.Path, "my-app.scenario.yaml"), blocks[1]);

        var result = ScenarioLoader.Load(Path.Combine(folder.Path, "my-app.scenario.yaml"), []);

        FindingRenderer.Render(result.Findings).Should().BeEmpty();
        result.Plan!.Steps.OfType<ActivateStepPlan>().Single().Version.Should().Be(new ServerVersion("1.28", ServerVersion.NoPlatform));
    }
}
