using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Bounds;
using StagingHarness.Analysis.Detection;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Alerts;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Units;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.Tests.Analysis.Bounds;

public sealed class PlanBoundsTests
{
    [Test]
    public void Detection_is_never_faster_than_the_bound_and_reaches_it()
    {
        var plan = IncidentPlans.Replay();
        var bounds = PlanBounds.Of(plan);

        var needed = Enumerable.Range(0, 40).Select(power => WrongAnswersAfter(plan.Detection, (int)Math.Pow(1.4, power) - 1)).ToList();

        needed.Min().Should().Be(bounds.WrongAnswers);
        bounds.Detection.Should().Be(TimeSpan.FromSeconds((bounds.WrongAnswers - 1) / plan.Traffic.RatePerSecond));
        bounds.Page.Should().Be(bounds.Detection);
    }

    [Test]
    public void Background_of_nothing_pages_on_the_first_wrong_answer()
    {
        var plan = IncidentPlans.Replay();

        var bounds = PlanBounds.Of(plan with { Detection = plan.Detection with { Background = Share.None } });

        (bounds.WrongAnswers, bounds.Page).Should().Be((1, TimeSpan.Zero));
    }

    [Test]
    public void Rollback_takes_what_the_runbook_prescribes_up_to_its_last_change_of_a_version()
    {
        var plan = IncidentPlans.Replay();

        var bounds = PlanBounds.Of(plan);

        bounds.Runbook.Should().Be(new IncidentDuration(10), "five to acknowledge, one to decide, two to roll back, two to restart");
        bounds.Rollback.Should().Be(bounds.Page + plan.Clock.ToReal(new IncidentDuration(10)));
        PlanBounds.Of(plan with { Runbook = [] }).Rollback.Should().BeNull();
    }

    [Test]
    public void Page_that_is_wanted_before_it_can_come_is_objected_to()
    {
        var plan = IncidentPlans.Replay();
        var page = plan.Expectations.OfType<PageExpectationPlan>().First(expectation => expectation.Expected);
        var bound = PlanBounds.Of(plan).Page;

        BoundRules.Check(With(plan, page with { Within = bound })).Should().BeEmpty();
        BoundRules.Check(With(plan, page with { Within = bound - TimeSpan.FromTicks(1) })).Should().ContainSingle().Which.Place.Should().Be(page.Place);
    }

    [Test]
    public void Rule_that_pages_does_so_after_it_was_pending()
    {
        var replay = IncidentPlans.Replay();
        var plan = replay with
        {
            Alerting = replay.Alerting with { Rules = [AlertPlans.Wrong with { For = new IncidentDuration(5) }], PagedBy = [AlertPlans.Wrong.Name] },
        };
        var page = plan.Expectations.OfType<PageExpectationPlan>().First(expectation => expectation.Expected);

        var bounds = PlanBounds.Of(plan);

        (bounds.Page, bounds.PagingRule).Should().Be((plan.Clock.ToReal(new IncidentDuration(5)), AlertPlans.Wrong.Name));
        bounds.Detection.Should().BeLessThan(bounds.Page);
        BoundRules.Check(With(plan, page with { Within = bounds.Detection })).Should().ContainSingle().Which.Hint.Should().Contain("must be pending for 5 min");
        PlanBounds.Of(plan with { Alerting = plan.Alerting with { PagedBy = [AlertPlans.Wrong.Name, AlertingPlan.Detection] } }).PagingRule.Should().BeNull();
        var slow = AlertPlans.Latency with { For = new IncidentDuration(5) };
        PlanBounds.Of(plan with { Alerting = plan.Alerting with { Rules = [slow], PagedBy = [slow.Name] } }).Page.Should().Be(TimeSpan.Zero, "it may be slow before");
    }

    private static ScenarioPlan With(ScenarioPlan plan, PageExpectationPlan page) => plan with { Expectations = [page] };

    private static int WrongAnswersAfter(DetectionPlan plan, int right)
    {
        var detector = new MixtureDetector(plan);
        for (var answer = 0; answer < right; answer++)
        {
            detector.Observe(right: true);
        }

        while (!detector.Observe(right: false))
        {
        }

        return (int)detector.Wrong;
    }
}
