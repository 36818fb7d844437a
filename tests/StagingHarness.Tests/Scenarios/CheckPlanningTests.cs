using System.Text.Json;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Checks;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.Tests.Scenarios.Fixtures;

namespace StagingHarness.Tests.Scenarios;

/// <summary>What becomes of steps that ask, of hooks and of rounds in a plan.</summary>
public sealed class CheckPlanningTests
{
    [TestCase("wait: { until: { http: { service: portal, path: /ready } } }", "Wait until /ready of all servers of portal answers 200, 30 s at most")]
    [TestCase(
        "probe: { http: { instance: portal-1, path: /, status: [200, 204], body: 'o.k' } }",
        "Probe that / of portal-1 answers 200 or 204 with 'o.k' in the body")]
    [TestCase(
        "wait: { until: { log: { service: portal, pattern: warm } }, at-most: 500ms }",
        "Wait until all servers of portal have written 'warm' once since the step began, 0.5 s at most")]
    [TestCase("probe: { log: { instance: portal-1, pattern: warm, at-least: 2 times } }", "Probe that portal-1 has written 'warm' 2 times since the run began")]
    [TestCase(
        "wait: { until: { provider: { endpoint: token, at-least: 3 times, since: run } } }",
        "Wait until the provider got 3 calls of 'token' since the run began, 30 s at most")]
    [TestCase("probe: { provider: { unmatched: true } }", "Probe that the provider got 1 call that no endpoint knows since the run began")]
    [TestCase("probe: { command: { service: portal, run: [test, -d, /tmp] } }", "Probe that 'test -d /tmp' ends with exit code 0 on all servers of portal")]
    [TestCase(
        "wait: { until: { command: { instance: portal-2, run: [id], exit: 1, output: uid } }, at-most: 5s }",
        "Wait until 'id' ends with exit code 1 and 'uid' in its output on portal-2, 5 s at most")]
    [TestCase("hook: { name: fill-cache }", "Run hook 'fill-cache', 30 s at most")]
    public void Step_is_described_in_a_sentence(string written, string sentence)
    {
        var plan = StrategyFixture.Plan("upgrade: {}", written);

        plan.Steps[^1].Sentence.Should().Be(sentence);
        JsonSerializer.Deserialize<ScenarioPlan>(JsonSerializer.Serialize(plan, PlanJson.Options), PlanJson.Options)!.Steps[^1]
            .Should().BeEquivalentTo(plan.Steps[^1], options => options.RespectingRuntimeTypes(), "a plan survives being written");
    }

    [Test]
    public void Instance_that_a_step_added_can_be_asked()
    {
        StrategyFixture.Plan("join: {}", "probe: { http: { instance: portal-5, path: / } }").Steps[^1]
            .Should().BeOfType<ProbeStepPlan>().Which.Check.Should().BeOfType<HttpCheckPlan>().Which.Instance.Should().Be("portal-5");
        StrategyFixture.Plan(["join: {}"], ["probe: { http: { instance: portal-5, path: / } }", "revert: { begins: back }"]).Runbook[0]
            .Should().BeOfType<ProbeStepPlan>("a page may come when it stands there");
    }

    [Test]
    public void Repeat_becomes_numbered_steps_of_each_round()
    {
        var plan = StrategyFixture.Plan(
            "repeat: { times: 2, steps: [{ upgrade: {} }, { watch: { for: 1 min } }, { revert: {} }] }", "watch: { for: 2 min }");

        plan.Steps.Skip(3).Select(step => $"{step.Number} {step.Sentence}").Should().Equal(
            "4 Round 1 of 2: stage release 2.0 on platform 1 on portal-1 to portal-4, started beside release 1.0 on platform 1, without traffic",
            "5 Round 1 of 2: activate release 2.0 on platform 1 on portal-1 to portal-4, all at once; 'upgraded' begins",
            "6 Round 1 of 2: watch the traffic for 1 min",
            "7 Round 1 of 2: revert: lead the traffic back to release 1.0 on platform 1, then bring portal-1 to portal-4 back to it; 'recovered' begins",
            "8 Round 2 of 2: stage release 2.0 on platform 1 on portal-1 to portal-4, started beside release 1.0 on platform 1, without traffic",
            "9 Round 2 of 2: activate release 2.0 on platform 1 on portal-1 to portal-4, all at once; 'upgraded' begins",
            "10 Round 2 of 2: watch the traffic for 1 min",
            "11 Round 2 of 2: revert: lead the traffic back to release 1.0 on platform 1, then bring portal-1 to portal-4 back to it; 'recovered' begins",
            "12 Watch the traffic for 2 min");
    }

    [Test]
    public void Repeat_begins_when_it_is_told_to_and_its_rounds_follow_each_other()
    {
        var text = StrategyFixture.Text(["upgrade: {}", "repeat: { times: 2, steps: [{ watch: { for: 1 min } }] }\n    at: \"14:00\""], []);
        using var fixture = new ScenarioFixture();
        fixture.Write(ScenarioFixture.ScenarioFile, text);

        var steps = fixture.Load().Plan!.Steps;

        steps[^2].Start.Should().BeOfType<StepStart.AtTime>().Which.Time.ToString().Should().Be("14:00");
        steps[^1].Start.Should().BeOfType<StepStart.AfterPrevious>();
    }

    [Test]
    public void Parallel_numbers_what_runs_at_the_same_time()
    {
        var plan = StrategyFixture.Plan(
            "upgrade: {}",
            "parallel: [{ fault: { kill: { instances: [portal-1] }, for: 2 min } }, { watch: { for: 5 min } }, { probe: { http: { instance: portal-2, path: / } } }]",
            "watch: { for: 1 min }");

        var parallel = plan.Steps[5].Should().BeOfType<ParallelStepPlan>().Subject;
        parallel.Sentence.Should().Be("Do 3 things at the same time");
        parallel.Takes.Minutes.Should().Be(5, "the longest of them");
        plan.AllSteps().Select(step => step.Number).Should().Equal("1", "2", "3", "4", "5", "6", "6.a", "6.b", "6.c", "7", "C1", "C2");
        parallel.Steps.Should().OnlyContain(step => step.Deadline < parallel.Deadline);
        plan.IsScheduled(parallel.Steps[1]).Should().BeTrue();
        JsonSerializer.Deserialize<ScenarioPlan>(JsonSerializer.Serialize(plan, PlanJson.Options), PlanJson.Options)!.Steps[5]
            .Should().BeEquivalentTo(parallel, options => options.RespectingRuntimeTypes());
    }

    [Test]
    public void Rounds_may_hold_what_runs_at_the_same_time()
    {
        var plan = StrategyFixture.Plan("upgrade: {}", "repeat: { times: 2, steps: [{ parallel: [{ watch: { for: 1 min } }, { watch: { for: 2 min } }] }] }");

        plan.Steps.Skip(5).Select(step => step.Sentence).Should().Equal("Round 1 of 2: do 2 things at the same time", "Round 2 of 2: do 2 things at the same time");
        plan.Steps[6].Should().BeOfType<ParallelStepPlan>().Which.Steps.Select(step => step.Number).Should().Equal("7.a", "7.b");
    }
}
