using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Tests.Scenarios.Fixtures;

namespace StagingHarness.Tests.Analysis.Bounds;

/// <summary>40 requests in a second, and a second for a minute.</summary>
public sealed class SampleBoundsTests
{
    [TestCase("upgraded", 350, false)]
    [TestCase("upgraded", 400, true)]
    [TestCase("[upgraded, back]", 650, false)]
    [TestCase("[upgraded, back]", 800, true)]
    public void Phases_have_time_for_what_is_due_while_they_are_watched(string phase, int samples, bool warned) =>
        Warns(["upgrade: {}", "watch: { for: 5 min }", "revert: { begins: back }", "watch: { for: 5 min }"], [], phase, samples).Should().Be(warned);

    [Test]
    public void Time_at_which_the_next_change_begins_counts() =>
        Warns(["upgrade: {}\n    at: \"13:55\"", "revert: { begins: back }\n    at: \"14:15\""], [], "upgraded", 1_000).Should().BeFalse("twenty minutes lie between them");

    [TestCase("fault: { kill: { instances: [portal-1] }, for: 1 min }")]
    [TestCase("wait: { until: { http: { service: portal, path: /ready } } }")]
    public void Step_that_takes_as_long_as_it_takes_leaves_it_open(string step) => Warns(["upgrade: {}", step], [], "upgraded", 5_000).Should().BeFalse();

    [Test]
    public void Page_may_end_a_phase_at_any_time_so_nothing_is_said() =>
        Warns(["upgrade: {}", "watch: { for: 5 min }"], ["acknowledge: {}", "revert: { begins: reverted }"], "upgraded", 5_000).Should().BeFalse();

    [Test]
    public void Phase_that_no_step_begins_is_left_open() => Warns(["upgrade: {}", "watch: { for: 5 min }"], [], "baseline", 5_000).Should().BeFalse();

    private static bool Warns(string[] steps, string[] onPage, string phase, int samples)
    {
        using var fixture = new ScenarioFixture();
        fixture.Write(ScenarioFixture.ScenarioFile, StrategyFixture.Text(steps, onPage).Replace(
            "phase: baseline, answers: { right: true }, share: 100 %, samples: 20",
            $"phase: {phase}, answers: {{ right: true }}, share: 100 %, samples: {samples}",
            StringComparison.Ordinal));
        var result = fixture.Load();

        result.Findings.Where(finding => finding.Code.Id != "SH0215").Should().BeEmpty();
        return result.Findings.Length > 0;
    }
}
