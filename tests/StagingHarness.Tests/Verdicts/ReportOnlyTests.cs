using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Expectations;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Reporting.Terminal;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Plans.Expectations.Quantifiers;
using StagingHarness.Scenarios.Units;
using StagingHarness.TestKit.Golden;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;
using StagingHarness.Verdicts;

namespace StagingHarness.Tests.Verdicts;

/// <summary>What is only reported is shown and decides nothing; and what is described excuses just that.</summary>
public sealed class ReportOnlyTests
{
    private static ScenarioPlan Gate => IncidentPlans.Gate(IncidentPlans.Compatible);

    [Test]
    public void Reported_expectation_that_is_not_met_does_not_fail_the_run_and_is_shown()
    {
        var record = Calm(Gate, Reported("E3", ExpectationPlans.Log()), Reported("E4", ExpectationPlans.Latency()), Reported("E5", Tokens));

        var verdict = Judge.Assess(record);

        verdict.Headline.Should().Be("SAFE");
        verdict.Sentence.Should().StartWith("All 2 expectations met");
        GoldenFile.Verify(
            LastBlock.Print(verdict, record, ".stage/runs/20260513-135500-test-0001", TerminalStyle.Plain), "Reporting/last-block-report-only.txt");
    }

    [Test]
    public void The_same_expectation_fails_the_run_when_it_decides() =>
        Judge.Assess(Calm(Gate, Tokens)).Headline.Should().Be("NOT SAFE");

    [Test]
    public void Run_in_which_nothing_decides_is_inconclusive()
    {
        var record = Calm(Gate with { Expectations = [.. Gate.Expectations.Select(expectation => expectation with { ReportOnly = true })] });

        var verdict = Judge.Assess(record);

        verdict.Outcome.Should().Be(Outcome.Inconclusive);
        verdict.Sentence.Should().Be("Not shown: 'expectations exist and reached their samples'; every expectation only reports, so none decides.");
    }

    [Test]
    public void Plan_says_which_expectations_are_only_reported() =>
        PlanPrinter.Print(Gate with { Expectations = [Reported("E1", ExpectationPlans.Latency())] }).Should().Contain("     only reported, decides nothing\n");

    [Test]
    public void Expectation_on_some_of_the_answers_does_not_excuse_the_others()
    {
        var wrong = Calm(Gate with
        {
            Expectations =
            [
                .. Gate.Expectations.Where(expectation => expectation is PageExpectationPlan),
                Slow with { Of = new AnswerSelection { Request = "GET /api/orders" } },
            ],
        }).Answering((due, _) => due == 12_000 ? SampleAnswer.App(404, 5) : null);
        var asked = wrong.WithPlan(plan => plan with { Expectations = [.. plan.Expectations.Select(expectation => expectation is AnswersExpectationPlan ? Slow : expectation)] });

        Judge.Assess(wrong).Sentence.Should().StartWith("Not met: 'nothing breaks while protected'; 1 answer wrong in phases that no expectation asks about");
        Judge.Assess(asked).Headline.Should().Be("SAFE");
    }

    [Test]
    public void Death_that_a_reproduction_describes_does_not_stand_against_it()
    {
        var crash = ExpectationPlans.Instance() with { Number = "E7", State = InstanceState.Crashed, EachInstance = false, Quantifier = new TimesQuantifier(1, null) };
        var death = new InstanceDied { At = TimeSpan.FromSeconds(10), Instance = "portal-2", Generation = 2, ExitCode = 134, LastOutput = [] };
        var replay = IncidentPlans.Replay();
        var described = IncidentRun.Record(replay with { Expectations = replay.Expectations.Add(crash) }).With(death);

        StandingOf(Judge.Assess(described), "no instance died by itself").Should().Be(Standing.Met);
        Judge.Assess(described).Headline.Should().Be("REPRODUCED");
        StandingOf(Judge.Assess(IncidentRun.Record(replay).With(death)), "no instance died by itself").Should().Be(Standing.Inconclusive);
        var gateway = described.With(death with { Instance = "gateway" });
        StandingOf(Judge.Assess(gateway), "no instance died by itself").Should().Be(Standing.Inconclusive);
    }

    [Test]
    public void Unknown_calls_that_an_expectation_allows_do_not_stand_against_the_run()
    {
        var allowed = ExpectationPlans.Provider() with { Number = "E3", Endpoint = null, Quantifier = new TimesQuantifier(0, 2) };

        RunRecord With(CountedExpectationPlan expectation, long count) =>
            Calm(Gate, expectation).Change<ProviderRead>(read => read with { Unmatched = ["GET /userinfo"], UnmatchedCount = count });

        Judge.Assess(With(allowed, 2)).Headline.Should().Be("SAFE");
        Judge.Assess(With(allowed, 3)).Headline.Should().Be("NOT SAFE");
        Judge.Assess(With(allowed with { ReportOnly = true }, 2)).Headline.Should().Be("INCONCLUSIVE");
    }

    private static AnswersExpectationPlan Slow { get; } = new()
    {
        Number = "E3",
        Name = "Few are wrong",
        Place = IncidentPlans.Place(1),
        Phases = ["baseline", "staging", "upgrade", "upgraded"],
        Answers = new AnswerCondition { Right = true },
        Samples = new SampleMinimum(100, 0),
        Quantifier = new ShareQuantifier(new ShareBounds(new Share(0.99), Share.All)),
    };

    private static ProviderExpectationPlan Tokens => ExpectationPlans.Provider() with { Quantifier = new TimesQuantifier(5, null) };

    private static ExpectationPlan Reported(string number, ExpectationPlan plan) => plan with { ReportOnly = true, Number = number };

    private static RunRecord Calm(ScenarioPlan plan, params ExpectationPlan[] more) => CalmRun.Record(plan with { Expectations = [.. plan.Expectations, .. more] });

    private static Standing StandingOf(Verdict verdict, string requirement) =>
        verdict.Requirements.Single(one => one.Name == requirement).Standing;
}
