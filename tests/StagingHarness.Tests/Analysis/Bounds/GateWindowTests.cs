using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Bounds;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.Tests.Scenarios.Fixtures;

namespace StagingHarness.Tests.Analysis.Bounds;

/// <summary>How much a gate can have seen, at most.</summary>
public sealed class GateWindowTests
{
    [Test]
    public void Stretch_is_watched_since_the_last_change() =>
        Longest(StrategyFixture.Plan("upgrade: {}", "watch: { for: 20 min }", "provider: { token-lifetime: 20m }", "watch: { for: 3 min }", Gate))
            .Should().Be(TimeSpan.FromSeconds(3));

    [TestCase("{ at: \"14:30\", gate: { expect: [{ name: Right, answers: { right: true }, share: 100 % }] } }", "watch: { for: 1 min }")]
    [TestCase("gate: { expect: [{ name: Right, answers: { right: true }, share: 100 % }] }", "{ at: \"14:30\", watch: { for: 1 min } }")]
    public void Time_that_is_waited_for_bounds_nothing(string gate, string watch) =>
        Longest(StrategyFixture.Plan("upgrade: {}", "provider: { token-lifetime: 20m }", watch, gate)).Should().BeNull("traffic flows until that time comes");

    private const string Gate = "gate: { expect: [{ name: Right, answers: { right: true }, share: 100 %, samples: 20 }] }";

    private static TimeSpan? Longest(ScenarioPlan plan) => GateWindow.Longest(plan, plan.Steps.IndexOf(plan.Steps.OfType<GateStepPlan>().Single()));
}
