using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Runs;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.TestKit.Fakes;
using StagingHarness.Tests.Scenarios.Fixtures;
using StagingHarness.Verdicts;

namespace StagingHarness.Tests.Execution.Running;

/// <summary>A gate in the middle of the steps: activated, watched for 3 s, then the gate, then watched again.</summary>
public sealed class GateTests
{
    [Test]
    public void Gate_thatIsMet_letsTheStepsGoOn()
    {
        using var stage = new FakeStage();

        var record = stage.Run(Plan("stop", "100 %"));

        record.Steps().Should().EndWith(["7 completed", "8 completed", "C1 completed", "C2 completed"]);
        record.Completion("7").Receipt.Should().Be("the gate lets the steps go on");
        record.Only<GateDecided>().Should().BeEquivalentTo(new { IsMet = true, Refuses = false });
        Judge.Assess(record).Headline.Should().Be("SAFE");
    }

    [TestCase("roll-back", "9 skipped GateRefused")]
    [TestCase("stop", "8 skipped GateRefused")]
    public void Gate_thatIsNotMet_leavesOutTheRest(string otherwise, string rest)
    {
        using var stage = new FakeStage();
        stage.Traffic.Status = (server, _) => server.Release == "2.0" ? 500 : 200;

        var record = stage.Run(Plan(otherwise, "100 %"));

        record.Steps().Should().Contain(rest).And.NotContain(step => step.Contains("EarlierFailure", StringComparison.Ordinal) && !step.StartsWith('C'));
        var verdict = Judge.Assess(record);
        verdict.Headline.Should().Be("NOT SAFE");
        verdict.Sentence.Should().StartWith("Not met: 'every gate lets the upgrade go on'; gate [7] refused");
        RunAnalysis.Of(record).Milestones.At(Milestone.Refused).Should().Be(record.Only<GateDecided>().At);
    }

    [Test]
    public void Gate_thatIsNotMet_continuesWhereItIsToldTo()
    {
        using var stage = new FakeStage();
        stage.Traffic.Status = (server, _) => server.Release == "2.0" ? 404 : 200;

        var record = stage.Run(Plan("continue", "100 %"));

        record.Completion("7").Receipt.Should().Be("the gate is not met, and was told to let the steps go on");
        record.Steps().Should().Contain("8 completed");
        RunAnalysis.Of(record).Milestones.At(Milestone.Refused).Should().BeNull();
    }

    [Test]
    public void Gate_thatCannotMeasure_isNotMet()
    {
        using var stage = new FakeStage();

        var record = stage.Run(Plan("stop", "100 %", samples: 300));

        var figure = record.Only<GateDecided>().Figures.Single();
        (figure.IsMet, record.Only<GateDecided>().Refuses).Should().Be((false, true));
        figure.Reason.Should().EndWith("of at least 300 needed");
    }

    [Test]
    public void Gate_looksAtNothingBeforeTheLastChangeOfTraffic()
    {
        using var stage = new FakeStage();
        stage.Traffic.Status = (server, _) => server.Release == "1.0" ? 200 : 201;

        var decided = stage.Run(Plan("stop", "100 %", over: "over: 10 min, ")).Only<GateDecided>();

        (decided.Until - decided.From).Should().BeCloseTo(TimeSpan.FromSeconds(3), TimeSpan.FromMilliseconds(50));
    }

    [TestCase("provider: { token-lifetime: 20m }")]
    [TestCase("hook: { name: fill-cache }")]
    public void Gate_looksAtNothingBeforeAChangeBehindTheRoutes(string change)
    {
        using var stage = new FakeStage();
        stage.Hooks["fill-cache"] = (_, _) => Task.CompletedTask;

        var decided = stage.Run(StrategyFixture.Plan(
            "upgrade: {}",
            "watch: { for: 2 min }",
            change,
            "watch: { for: 1 min }",
            $"gate: {{ expect: {StrategyFixture.RightAnswers} }}")).Only<GateDecided>();

        (decided.Until - decided.From).Should().BeCloseTo(TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(50));
    }

    [Test]
    public void Gate_isNotRefusedByWhatOnlyReports()
    {
        using var stage = new FakeStage();

        var decided = stage.Run(StrategyFixture.Plan(
            "upgrade: {}",
            "watch: { for: 3 min }",
            "gate: { expect: [{ name: Right, answers: { right: true }, share: 100 %, samples: 20 }, { name: Wrong, answers: { right: false }, share: 100 %, samples: 20, report-only: true }] }")).Only<GateDecided>();

        decided.IsMet.Should().BeTrue();
        decided.Figures.Should().HaveCount(2, "what only reports is shown as well");
    }

    [Test]
    public void Gate_overAStretch_looksAtNoMore()
    {
        using var stage = new FakeStage();

        var decided = stage.Run(Plan("stop", "100 %", over: "over: 1 min, ")).Only<GateDecided>();

        (decided.Until - decided.From).Should().Be(TimeSpan.FromSeconds(1));
    }

    [Test]
    public void Gate_awaitsTheAnswersToWhatWasDueInItsWindow()
    {
        using var stage = new FakeStage();
        stage.WhenStepRuns("6", () => stage.Traffic.Latency = TimeSpan.FromSeconds(2), after: TimeSpan.FromSeconds(2.9));
        stage.WhenStepRuns("7", () => stage.Traffic.Latency = TimeSpan.FromMilliseconds(1));

        var record = stage.Run(Plan("stop", "100 %"));

        var decided = record.Only<GateDecided>();
        var due = record.Samples.Count(sample => sample.Due >= decided.From && sample.Due < decided.Until);
        decided.Figures.Single().Got.Should().StartWith($"{due} of {due} ");
        (decided.At - decided.Until).Should().BeGreaterThan(TimeSpan.FromSeconds(1));
    }

    [Test]
    public void Gate_thatRolledBack_leavesTheOnCallTeamNothingToDo()
    {
        using var stage = new FakeStage();
        stage.Traffic.Status = (server, due) => server.Release == "2.0" && due.TotalSeconds > 4.9 ? 500 : 200;

        var plan = StrategyFixture.Plan(
            ["upgrade: {}", "watch: { for: 1 min }", $"gate: {{ expect: {StrategyFixture.RightAnswers.Replace("100 %", "none", StringComparison.Ordinal)} }}", "watch: { for: 1 min }"],
            ["revert: {}"]);
        var record = stage.Run(plan);

        record.Steps().Should().Contain("8 completed").And.Contain("R1 skipped GateRefused").And.Contain("C1 completed");
    }

    private static ScenarioPlan Plan(string otherwise, string share, int samples = 20, string over = "") => StrategyFixture.Plan(
        "upgrade: {}",
        "watch: { for: 3 min }",
        $"gate: {{ {over}otherwise: {otherwise}, expect: [{{ name: Right answers, answers: {{ right: true }}, share: {share}, samples: {samples} }}] }}",
        "watch: { for: 1 min }");
}
