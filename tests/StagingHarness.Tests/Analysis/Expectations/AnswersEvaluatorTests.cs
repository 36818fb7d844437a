using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Runs;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Plans.Expectations.Quantifiers;
using StagingHarness.Scenarios.Units;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;

namespace StagingHarness.Tests.Analysis.Expectations;

public sealed class AnswersEvaluatorTests
{
    [Test]
    public void Share_that_holds_is_met_with_exact_counts()
    {
        var result = Evaluate(Incident(), Expectation("E1"));

        result.Standing.Should().Be(Standing.Met);
        result.Wanted.Should().Be("100 % answered 500 by the app");
        result.Got.Should().Be("604 of 604 (100 %)");
        result.Samples.ToString().Should().Be(
            "604 requests, at least 200 needed; portal-1 151, portal-2 151, portal-3 151, portal-4 151, at least 25 needed of each");
        result.Window.Should().Be("upgraded 14:00:03 to 14:06:05 (+9.1 s to +15.1 s)");
        result.Reason.Should().BeNull();
    }

    [Test]
    public void None_that_holds_prints_its_bound()
    {
        var result = Evaluate(Incident(), Expectation("E3"));

        result.Standing.Should().Be(Standing.Met);
        result.Wanted.Should().Be("none answered wrongly by the app");
        result.Got.Should().Be("0 of 1,116 (at most 0.27 %, 95 % confidence)");
    }

    [Test]
    public void Share_that_does_not_hold_is_not_met_and_says_what_came_instead()
    {
        var result = Evaluate(CalmRun.Record(IncidentPlans.Replay()), Expectation("E1"));

        result.Standing.Should().Be(Standing.NotMet);
        result.Got.Should().Be("0 of 1,645 (at most 0.19 %, 95 % confidence); all answers: app 200 x 1,645");
    }

    [Test]
    public void Share_between_bounds_is_decided_only_with_enough_samples()
    {
        var half = Expectation("E1") with { Quantifier = new ShareQuantifier(new ShareBounds(new Share(0.4), new Share(0.6))) };

        Evaluate(Incident(), half).Standing.Should().Be(Standing.NotMet);
        Evaluate(Incident(), half with { Samples = new SampleMinimum(10_000, 0) }).Standing.Should().Be(Standing.Inconclusive);
    }

    [Test]
    public void Too_few_samples_are_inconclusive()
    {
        var result = Evaluate(Incident(), Expectation("E1") with { Samples = new SampleMinimum(605, 0) });

        result.Standing.Should().Be(Standing.Inconclusive);
        result.Reason.Should().Be("604 requests of at least 605 needed");
    }

    [Test]
    public void No_samples_are_inconclusive_even_when_none_are_needed()
    {
        var silent = Incident();
        silent = silent.WithSamples([.. silent.Samples.Where(sample => sample.Due < TimeSpan.FromSeconds(9))]);

        var result = Evaluate(silent, Expectation("E1") with { Samples = new SampleMinimum(0, 0) });

        result.Standing.Should().Be(Standing.Inconclusive);
        result.Reason.Should().Be("0 requests of at least 1 needed");
    }

    [Test]
    public void Instance_that_answered_nothing_is_inconclusive_and_named()
    {
        var record = Incident();
        var record3 = record.WithSamples([.. record.Samples.Where(sample => sample.Stamp != 7)]);

        var result = Evaluate(record3, Expectation("E1"));

        result.Standing.Should().Be(Standing.Inconclusive);
        result.Reason.Should().Be("at least 25 requests needed of each instance, but 'portal-3' had 0");
    }

    [Test]
    public void Minimum_per_instance_without_routes_is_inconclusive()
    {
        var lost = Incident().Without(happened => happened is RoutesChanged { Step: "1" } or StampSeen);

        var result = Evaluate(lost, Expectation("E1") with { Phases = ["baseline"], Answers = Right, Samples = new SampleMinimum(1, 1) });

        result.Standing.Should().Be(Standing.Inconclusive);
        result.Reason.Should().Be("the journal knows no instance that took traffic meanwhile");
    }

    [Test]
    public void Phase_that_never_began_is_inconclusive()
    {
        var result = Evaluate(CalmRun.Record(IncidentPlans.Replay()), Expectation("E4"));

        result.Standing.Should().Be(Standing.Inconclusive);
        result.Reason.Should().Be("phase 'recovered' never began");
        result.Window.Should().Be("recovered never began");
    }

    [Test]
    public void Counterexample_refutes_none_however_few_samples_there_are()
    {
        var one = Incident().Answering((due, _) => due == 3_000 ? SampleAnswer.App(500, 1) : null);
        var plan = Expectation("E3") with { Phases = ["baseline", "nowhere"], Samples = new SampleMinimum(10_000, 0) };

        var result = Evaluate(one, plan);

        result.Standing.Should().Be(Standing.NotMet);
        result.Got.Should().Be("1 of 200 (0.5 %); all answers: app 200 x 199, app 500 x 1");
    }

    [Test]
    public void Phases_that_overlap_count_a_request_once()
    {
        var result = Evaluate(Incident(), Expectation("E1") with { Phases = ["upgraded", "outage"], Quantifier = new ShareQuantifier(new ShareBounds(new Share(0.5), Share.All)) });

        result.Samples.Total.Should().Be(1_004);
    }

    [TestCase(Answerer.Gateway, "199 of 400 (49.75 %)")]
    [TestCase(Answerer.App, "201 of 400 (50.25 %)")]
    [TestCase(Answerer.Nobody, "0 of 400 (at most 0.75 %, 95 % confidence)")]
    public void Answers_of_app_gateway_and_nobody_are_counted_apart(Answerer by, string got)
    {
        var plan = Expectation("E1") with
        {
            Phases = ["rollback"],
            Answers = new AnswerCondition { By = by },
            Quantifier = new ShareQuantifier(new ShareBounds(Share.None, new Share(0.9))),
            Samples = new SampleMinimum(100, 0),
        };

        var result = Evaluate(Incident(), plan);

        result.Got.Should().Be(got);
        result.Standing.Should().Be(Standing.Met);
    }

    private static AnswerCondition Right { get; } = new() { Right = true };

    private static RunRecord Incident() => IncidentRun.Record(IncidentPlans.Replay());

    private static AnswersExpectationPlan Expectation(string number) =>
        (AnswersExpectationPlan)IncidentPlans.Replay().Expectations.Single(expectation => expectation.Number == number);

    private static ExpectationResult Evaluate(RunRecord record, ExpectationPlan plan) => ExpectationCheck.One(plan, RunAnalysis.Of(record));
}
