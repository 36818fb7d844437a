using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Runs;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Scenarios.Plans.Alerts;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;

namespace StagingHarness.Tests.Analysis.Expectations;

public sealed class PageEvaluatorTests
{
    private static readonly PageExpectationPlan Sent = IncidentPlans.Replay().Expectations.OfType<PageExpectationPlan>().Single();
    private static readonly PageExpectationPlan Silent = Sent with { Expected = false, Within = null, MinimumSamples = 500 };

    [Test]
    public void Page_in_time_is_met()
    {
        var result = Evaluate(Incident(), Sent);

        result.Standing.Should().Be(Standing.Met);
        result.Wanted.Should().Be("a page within 2 s (real time) of the first wrong answer");
        result.Got.Should().Be("a page at 14:00:05 (+9.09 s), 0.04 s (real time) after the first wrong answer was due");
    }

    [Test]
    public void Page_that_comes_late_is_not_met() =>
        Evaluate(Incident(), Sent with { Within = TimeSpan.FromMilliseconds(34) }).Standing.Should().Be(Standing.NotMet);

    [Test]
    public void Page_of_unknown_reason_is_inconclusive()
    {
        var result = Evaluate(Incident().Without(happened => happened is DetectionFired), Sent);

        result.Standing.Should().Be(Standing.Inconclusive);
        result.Reason.Should().Be("the journal holds no detection before the page, so nothing shows what it was about");
    }

    [Test]
    public void Page_that_stays_away_from_a_whole_run_is_not_met()
    {
        var result = Evaluate(CalmRun.Record(IncidentPlans.Replay()), Sent);

        result.Standing.Should().Be(Standing.NotMet);
        result.Got.Should().Be("no page in 2,150 answers that detection saw");
    }

    [Test]
    public void Detection_without_a_page_is_not_met()
    {
        var result = Evaluate(Incident().Without(happened => happened is PageSent), Sent);

        result.Standing.Should().Be(Standing.NotMet);
        result.Got.Should().StartWith("detection fired, but no page went out");
    }

    [Test]
    public void Page_missing_from_a_cut_journal_is_inconclusive()
    {
        var calm = CalmRun.Record(IncidentPlans.Replay());

        var result = Evaluate(calm.CutTo(calm.Events.Length - 1), Sent);

        result.Standing.Should().Be(Standing.Inconclusive);
        result.Reason.Should().Be("the journal ends without its last event");
    }

    [Test]
    public void Silence_of_fed_detection_is_met() =>
        Evaluate(CalmRun.Record(IncidentPlans.Replay()), Silent).Standing.Should().Be(Standing.Met);

    [Test]
    public void Silence_that_is_broken_is_not_met()
    {
        var result = Evaluate(Incident(), Silent);

        result.Standing.Should().Be(Standing.NotMet);
        result.Got.Should().Be("a page at 14:00:05 (+9.09 s): 3 of 508 answers were wrong (100 % since the first wrong one)");
    }

    [Test]
    public void Detection_that_paged_nobody_breaks_the_silence_too() =>
        Evaluate(Incident().Without(happened => happened is PageSent), Silent).Got
            .Should().Be("detection fired at 14:00:05 (+9.09 s); the first wrong answer: GET /api/orders, app 500 by portal-2 (release 2.0 on platform 1)");

    [Test]
    public void Silence_of_starved_detection_is_inconclusive()
    {
        var result = Evaluate(CalmRun.Record(IncidentPlans.Replay()), Silent with { MinimumSamples = 5_000 });

        result.Standing.Should().Be(Standing.Inconclusive);
        result.Reason.Should().Be("detection was fed 2,150 answers of at least 5,000 needed");
    }

    [TestCase(10)]
    [TestCase(6)]
    public void Answers_count_once_however_often_detection_was_armed(int second)
    {
        var calm = CalmRun.Record(IncidentPlans.Replay());
        var armed = calm.Events.OfType<DetectionRearmed>().First();

        var result = Evaluate(calm.With(armed with { At = TimeSpan.FromSeconds(second) }).With(armed with { At = TimeSpan.FromSeconds(15) }), Silent);

        result.Samples.Total.Should().Be(2_150);
    }

    [Test]
    public void Silence_of_detection_that_was_never_armed_is_inconclusive()
    {
        var result = Evaluate(CalmRun.Record(IncidentPlans.Replay()).Without(happened => happened is DetectionRearmed), Silent);

        result.Standing.Should().Be(Standing.Inconclusive);
        result.Reason.Should().Be("detection was fed 0 answers of at least 500 needed");
    }

    [Test]
    public void Silence_of_a_phase_that_never_began_is_inconclusive()
    {
        var result = Evaluate(CalmRun.Record(IncidentPlans.Replay()), Silent with { Phases = ["recovered"] });

        result.Standing.Should().Be(Standing.Inconclusive);
        result.Reason.Should().Be("phase 'recovered' never began");
    }

    [Test]
    public void Page_outside_the_phases_does_not_break_their_silence()
    {
        var result = Evaluate(Incident(), Silent with { Phases = ["recovered"], MinimumSamples = 300 });

        result.Standing.Should().Be(Standing.Met);

        // Armed again at 19,101 ms, and resting from the start of the last step, at 23,200 ms.
        result.Samples.Total.Should().Be(409);
    }

    [Test]
    public void Silence_of_a_pager_whose_rule_was_blind_is_inconclusive()
    {
        var result = Evaluate(PagedByRule(AlertPlans.Wrong with { MinimumSamples = 5_000 }), Silent);

        result.Standing.Should().Be(Standing.Inconclusive);
        result.Reason.Should().Be("rule 'errors' had samples enough in 0 evaluations of at least 10 needed");
    }

    [Test]
    public void Silence_of_a_rule_that_pages_alone_needs_no_detection() =>
        Evaluate(PagedByRule(AlertPlans.Wrong), Silent with { MinimumSamples = 5_000 }).Standing.Should().Be(Standing.Met);

    private static RunRecord PagedByRule(AlertPlan rule) => AlertedRun.Calm()
        .WithPlan(plan => plan with { Alerting = AlertPlans.All with { Rules = [rule], PagedBy = [rule.Name] } });

    private static RunRecord Incident() => IncidentRun.Record(IncidentPlans.Replay());

    private static ExpectationResult Evaluate(RunRecord record, PageExpectationPlan plan) => ExpectationCheck.One(plan, RunAnalysis.Of(record));
}
