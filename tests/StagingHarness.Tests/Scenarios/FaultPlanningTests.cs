using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Faults;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.Tests.Scenarios.Fixtures;

namespace StagingHarness.Tests.Scenarios;

/// <summary>What becomes of faults and changes of the provider in a plan.</summary>
public sealed class FaultPlanningTests
{
    private const string Watch = "  - watch: { for: 15 min }\n";

    [TestCase("kill: { instances: [portal-2, portal-4] }, for: 2 min", "Fault 'kill': kill portal-2 and portal-4, for 2 min")]
    [TestCase("stop: { instances: portal-2 }", "Fault 'stop': stop portal-2, until it is healed")]
    [TestCase("name: frozen, pause: { service: portal, count: 4 }, for: 1 min", "Fault 'frozen': freeze portal-1, portal-2, portal-3 and portal-4, for 1 min")]
    [TestCase("restart: { instances: [portal-1] }", "Fault 'restart': restart portal-1")]
    [TestCase("disconnect: { instances: [portal-1] }, for: 1 h", "Fault 'disconnect': take portal-1 off the network, for 60 min")]
    [TestCase("nameless: { instances: [portal-1] }, for: 1 min", "Fault 'nameless': let nobody find portal-1 by name, for 1 min")]
    [TestCase("memory: { instances: [portal-1], limit: 96 MiB }, for: 1 min", "Fault 'memory': let portal-1 hold 96 MiB of memory, for 1 min")]
    [TestCase("cpu: { instances: [portal-1], limit: 5 % }, for: 1 min", "Fault 'cpu': give portal-1 5 % of a processor, for 1 min")]
    [TestCase("full-disk: { instances: [portal-1], path: /tmp, size: 64 KiB }, for: 1 min", "Fault 'full-disk': fill '/tmp' of portal-1, 64 KiB, for 1 min")]
    [TestCase(
        "latency: { from: gateway, to: portal, delay: 300ms, jitter: 50ms }, for: 1 min",
        "Fault 'latency': delay what portal answers to gateway by 300 ms, 50 ms more or less, for 1 min")]
    [TestCase(
        "bandwidth: { from: gateway, to: portal, rate: 1.5 MiB/s }, for: 1 min",
        "Fault 'bandwidth': let 1.5 MiB/s pass each way between gateway and portal, for 1 min")]
    [TestCase("reset: { from: gateway, to: portal }, for: 1 min", "Fault 'reset': reset connections from gateway to portal, for 1 min")]
    [TestCase("reset: { from: gateway, to: portal, after: 512 B }, for: 1 min", "Fault 'reset': reset connections from gateway to portal after 512 B each, for 1 min")]
    [TestCase("refuse: { from: gateway, to: portal }, for: 1 min", "Fault 'refuse': refuse connections from gateway to portal, for 1 min")]
    public void Fault_is_described_in_a_sentence(string written, string sentence) =>
        Plan($"- fault: {{ {written} }}").Steps[^1].Sentence.Should().Be(sentence);

    [TestCase("clock: +10m", "Change the provider: its clock goes 600 s ahead, clients get new tokens at once")]
    [TestCase("clock: -500s, renew-tokens: false", "Change the provider: its clock goes 500 s behind, clients keep their tokens")]
    [TestCase("clock: +0s, begins: right", "Change the provider: its clock tells the true time, clients get new tokens at once; 'right' begins")]
    [TestCase("rotate-keys: {}", "Change the provider: it signs with a new key and withdraws the old one, clients get new tokens at once")]
    [TestCase("rotate-keys: { keep-old: true }", "Change the provider: it signs with a new key and goes on showing the old one, clients get new tokens at once")]
    [TestCase("token-lifetime: 30s", "Change the provider: its tokens last 30 s, clients get new tokens at once")]
    public void Change_of_the_provider_is_described_in_a_sentence(string written, string sentence) =>
        Plan($"- provider: {{ {written} }}").Steps[^1].Sentence.Should().Be(sentence);

    [Test]
    public void Targets_are_drawn_from_the_seed()
    {
        var drawn = Enumerable.Range(1, 20).Select(seed => Targets(seed, "kill")).ToList();

        drawn.Should().OnlyContain(targets => targets.Split(' ').Length == 2);
        drawn.Distinct().Should().HaveCountGreaterThan(2, "another seed hits others");
        Targets(7, "kill").Should().Be(Targets(7, "kill"), "the same seed hits the same");
        Enumerable.Range(1, 20).Count(seed => Targets(seed, "kill") != Targets(seed, "other")).Should().BeGreaterThan(5, "each draw is its own");
    }

    [Test]
    public void What_a_gate_may_leave_open_is_healed_before_the_end_state_is_measured()
    {
        ScenarioPlan Gated(string otherwise) => StrategyFixture.Plan(
            "upgrade: {}",
            "fault: { pause: { service: portal } }",
            "watch: { for: 1 min }",
            $"gate: {{ otherwise: {otherwise}, expect: {StrategyFixture.RightAnswers} }}",
            "heal: { fault: pause }");

        Gated("stop").Closing.Select(step => step.Sentence).Should().StartWith(["Heal every fault that is still open"]);
        Gated("continue").Closing.Select(step => step.Sentence).Should().NotContain("Heal every fault that is still open");
    }

    [Test]
    public void What_stays_open_is_healed_before_the_end_state_is_measured()
    {
        var plan = Plan("- fault: { pause: { service: portal } }");

        plan.Closing.Select(step => step.Sentence).Should().StartWith(["Heal every fault that is still open"]);
        plan.Closing[0].Should().BeOfType<HealStepPlan>().Which.Fault.Should().BeNull();
        plan.Closing[0].Number.Should().Be("C1");
    }

    [Test]
    public void What_ends_by_itself_needs_no_healing() =>
        Plan("- fault: { pause: { service: portal }, for: 1 min }", "- fault: { restart: { service: portal } }").Closing.Should().HaveCount(2);

    [Test]
    public void Small_disk_is_small_from_the_start_on()
    {
        var plan = Plan("- fault: { full-disk: { instances: [portal-1], path: /tmp, size: 1 MiB }, for: 1 min }");

        plan.System.Service("portal").Container.WritableBytes.Should().ContainSingle().Which.Should().Be(new KeyValuePair<string, long>("/tmp", 1024 * 1024));
        plan.System.Service("worker").Container.WritableBytes.Should().BeEmpty();
    }

    private static string Targets(int seed, string name)
    {
        using var fixture = new ScenarioFixture();
        fixture.Replace(ScenarioFixture.ScenarioFile, "seed: 7", $"seed: {seed}");
        var step = (FaultStepPlan)Plan(fixture, $"- fault: {{ name: {name}, kill: {{ service: portal, count: 2 }}, for: 1 min }}").Steps[^1];
        return string.Join(' ', ((KillFaultPlan)step.Fault).Instances);
    }

    private static ScenarioPlan Plan(params string[] steps)
    {
        using var fixture = new ScenarioFixture();
        return Plan(fixture, steps);
    }

    private static ScenarioPlan Plan(ScenarioFixture fixture, params string[] steps)
    {
        fixture.Replace(ScenarioFixture.ScenarioFile, Watch, Watch + string.Concat(steps.Select(step => $"  {step}\n")));
        var loaded = fixture.Load();
        FindingRenderer.Render(loaded.Findings).Should().BeEmpty();
        return loaded.Plan!;
    }
}
