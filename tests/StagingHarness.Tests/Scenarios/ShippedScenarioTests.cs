using System.Collections.Immutable;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Scenarios;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.TestKit.Files;
using StagingHarness.TestKit.Golden;

namespace StagingHarness.Tests.Scenarios;

/// <summary>The files that ship are valid, and their plans do what their comments say.</summary>
public sealed class ShippedScenarioTests
{
    [TestCase("incident/2023-05-13")]
    [TestCase("incident/2023-05-13-twin")]
    [TestCase("incident/2023-05-13-browser")]
    [TestCase("incident/2023-05-13-remedied")]
    [TestCase("upgrades/gate")]
    [TestCase("upgrades/bring-your-own")]
    [TestCase("upgrades/does-not-start")]
    [TestCase("upgrades/orders-database")]
    [TestCase("upgrades/configuration")]
    [TestCase("upgrades/configuration-twin")]
    [TestCase("upgrades/migration-breaks")]
    [TestCase("upgrades/migration-expands")]
    [TestCase("upgrades/orders-kept")]
    [TestCase("upgrades/orders-kept-killed")]
    [TestCase("upgrades/order-journey")]
    [TestCase("upgrades/orders-lost")]
    [TestCase("upgrades/all-at-once")]
    [TestCase("upgrades/rolling")]
    [TestCase("upgrades/rolling-twin")]
    [TestCase("upgrades/rolling-at-a-peak")]
    [TestCase("upgrades/canary")]
    [TestCase("upgrades/canary-twin")]
    [TestCase("upgrades/blue-green")]
    [TestCase("upgrades/blue-green-twin")]
    [TestCase("upgrades/join")]
    [TestCase("upgrades/join-twin")]
    [TestCase("upgrades/every-prefix")]
    [TestCase("upgrades/every-prefix-killed")]
    [TestCase("upgrades/recorded")]
    public void Shipped_scenario_is_valid_and_takes_these_steps(string name)
    {
        var result = ScenarioLoader.Load(Path.Combine(Checkout.Root, "scenarios", $"{name}.scenario.yaml"), []);

        FindingRenderer.Render(result.Findings).Should().BeEmpty();
        GoldenFile.Verify(Steps(result.Plan!), $"Scenarios/{name}.steps.txt");
    }

    [Test]
    public void Gate_takes_the_candidate_that_broke_production()
    {
        var result = ScenarioLoader.Load(
            Path.Combine(Checkout.Root, "scenarios/upgrades/gate.scenario.yaml"),
            ["upgrade.to.release=2.0", "upgrade.to.platform=1"]);

        FindingRenderer.Render(result.Findings).Should().BeEmpty();
        result.Plan!.Candidate.Should().Equal("upgrade.to.release", "upgrade.to.platform");
        result.Plan.EndState.WithoutPage["portal-4"].Should().Be(new ServerVersion("2.0", "1"));
        result.Plan.EndState.AfterRunbook["portal-4"].Should().Be(new ServerVersion("1.0", "1"));
    }

    private static string Steps(ScenarioPlan plan)
    {
        var steps = plan.AllSteps().Select(step => $"{step.Number,-3} {Start(step.Start)} {step.Takes,7}  {step.Sentence}");
        var expectations = plan.Expectations.Select(expectation => $"{expectation.Number,-3} {expectation.Name}");
        return $"""
            {string.Join('\n', steps)}

            ends without a page: {Versions(plan.EndState.WithoutPage)}
            ends after the runbook: {Versions(plan.EndState.AfterRunbook)}

            {string.Join('\n', expectations)}
            """;
    }

    private static string Versions(ImmutableSortedDictionary<string, ServerVersion> servers) => string.Join(
        ", ",
        servers.GroupBy(server => server.Value, server => server.Key).Select(same => $"{ServerNames.Of([.. same])} with {same.Key}"));

    private static string Start(StepStart start) => start is StepStart.AtTime at ? at.Time.ToString() : "     ";
}
