using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Reporting.Terminal;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.TestKit.Golden;
using StagingHarness.Tests.Scenarios.Fixtures;

namespace StagingHarness.Tests.Scenarios;

/// <summary>What each strategy is made of, to the letter.</summary>
public sealed class StrategyPlanTests
{
    private const string Gate = $"gate: {{ expect: {StrategyFixture.RightAnswers} }}";

    private static IEnumerable<TestCaseData> Strategies =>
    [
        Case("rolling", "rolling: { batch: 3, pause: 1 min, order: [portal-3] }"),
        Case("rolling-with-surge-and-gate", $"rolling: {{ surge: true, pause: 1 min, {Gate} }}"),
        Case("canary", $"canary: {{ shares: [10 %, 50 %], hold: 2 min, {Gate} }}"),
        Case("canary-of-two", "canary: { instances: 2, shares: 60 %, hold: 1 min }"),
        Case("blue-green", $"blue-green: {{ bake: 5 min, keep: 2 min, {Gate}, begins: green }}"),
        Case("join", "join: { instances: 2 }", "watch: { for: 1 min }", "rolling: {}"),
        Case("gate", "upgrade: {}", "watch: { for: 2 min }", $"gate: {{ over: 1 min, otherwise: stop, expect: {StrategyFixture.RightAnswers} }}", "watch: { for: 1 min }"),
        Case("revert", "rolling: {}", "revert: { batch: 2 }"),
        Case("every-prefix", "every-prefix: { of: { rolling: { batch: 2, pause: 1 min } }, settle: 1 min, kill: true }"),
    ];

    [TestCase("join: { instances: 2 }", "portal-6", "")]
    [TestCase("join: { instances: 2 }", "portal-7", "SH0204")]
    [TestCase("join: { service: worker }", "portal-5", "SH0204")]
    [TestCase("join: {}\n  - join: { to: { release: \"1.0\" } }", "portal-6", "")]
    [TestCase("canary: { shares: [10 %], hold: 1 min }", "portal-canary-1", "")]
    [TestCase("canary: { instances: 2, shares: [10 %], hold: 1 min }", "portal-baseline-2", "")]
    [TestCase("canary: { shares: [10 %], hold: 1 min }", "portal-canary-2", "SH0204")]
    [TestCase("rolling: {}", "portal-5", "SH0204")]
    public void Expectation_may_name_a_server_that_a_step_adds(string step, string instance, string code)
    {
        using var fixture = new ScenarioFixture();
        fixture.Write(ScenarioFixture.ScenarioFile, StrategyFixture.Text([step], []).Replace(
            "answers: { right: true }, share", $"answers: {{ right: true }}, of: {{ instance: {instance} }}, share", StringComparison.Ordinal));

        fixture.Load().Findings.Where(finding => finding.Code.Id == "SH0204").Select(finding => finding.Code.Id).Should().Equal(code.Length == 0 ? [] : [code]);
    }

    [TestCaseSource(nameof(Strategies))]
    public void Strategy_is_planned_as_these_steps(string name, string[] steps) =>
        GoldenFile.Verify(PlanPrinter.Print(StrategyFixture.Plan(steps)), $"Scenarios/Strategies/{name}.txt");

    [Test]
    public void Fixture_with_every_key_is_valid()
    {
        using var fixture = new ScenarioFixture();

        FindingRenderer.Render(fixture.LoadWith(ScenarioFixture.ScenarioFile, StrategyFixture.Everything).Findings).Should().BeEmpty();
    }

    [Test]
    public void Runbook_reverts_what_the_steps_began()
    {
        var plan = StrategyFixture.Plan(["rolling: { pause: 1 min }"], ["revert: {}", "watch: { for: 1 min }"]);

        plan.EndState.WithoutPage.Values.Should().OnlyContain(version => version.Release == "2.0");
        plan.EndState.AfterRunbook.Values.Should().OnlyContain(version => version.Release == "1.0");
        plan.Runbook.OfType<RevertStepPlan>().Single().Should().BeEquivalentTo(new { Number = "R1", Batch = 4, OnRefusal = false, Begins = "recovered" });
    }

    [Test]
    public void Revert_of_an_upgrade_that_followed_another_leads_back_to_that_one()
    {
        var plan = StrategyFixture.Plan("upgrade: {}", "rolling: { to: { platform: \"2\" }, begins: platform-upgraded }", "revert: {}");

        plan.EndState.WithoutPage.Values.Should().OnlyContain(version => version == new ServerVersion("2.0", "1"));
        plan.Steps.OfType<RevertStepPlan>().Single().Sentence.Should().StartWith(
            $"Revert: lead the traffic back to {new ServerVersion("2.0", "1")}, then bring portal-1 to portal-4 back to it");
    }

    [Test]
    public void Revert_in_the_runbook_undoes_the_last_upgrade_of_the_steps()
    {
        var plan = StrategyFixture.Plan(["upgrade: {}", "rolling: { to: { platform: \"2\" }, begins: platform-upgraded }"], ["revert: {}"]);

        plan.EndState.AfterRunbook.Values.Should().OnlyContain(version => version == new ServerVersion("2.0", "1"));
    }

    [Test]
    public void Revert_to_servers_that_differed_says_what_each_of_them_goes_back_to()
    {
        var plan = StrategyFixture.Plan("join: {}", "rolling: { to: { release: \"1.0\", platform: \"2\" }, begins: platform-upgraded }", "revert: {}");

        plan.EndState.WithoutPage["portal-4"].Should().Be(new ServerVersion("1.0", "1"));
        plan.EndState.WithoutPage["portal-5"].Should().Be(new ServerVersion("2.0", "1"));
        plan.Steps.OfType<RevertStepPlan>().Single().Sentence.Should().StartWith(
            "Revert: lead the traffic back to what served before the upgrade, "
            + $"then bring back portal-1 to portal-4 to {new ServerVersion("1.0", "1")}, portal-5 to {new ServerVersion("2.0", "1")}");
    }

    [Test]
    public void Join_that_is_reverted_leaves_the_servers_that_stood_there()
    {
        var plan = StrategyFixture.Plan("join: {}", "revert: {}");

        plan.EndState.WithoutPage.Keys.Should().Equal("portal-1", "portal-2", "portal-3", "portal-4");
    }

    private static TestCaseData Case(string name, params string[] steps) => new TestCaseData(name, steps).SetArgDisplayNames(name);
}
