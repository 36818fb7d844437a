using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Runs;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Units;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;

namespace StagingHarness.Tests.Analysis.Expectations;

public sealed class AlertEvaluatorTests
{
    [Test]
    public void Rule_that_fires_in_time_is_met_with_its_evidence()
    {
        var result = Evaluate(AlertedRun.Incident(), AlertPlans.Fires);

        result.Standing.Should().Be(Standing.Met);
        result.Wanted.Should().Be("alert 'errors' fires within 2 min (incident time) of 'activated'");
        result.Got.Should().StartWith("it fired at 14:00:").And.Contain("44 % in 100 answers").And.Contain("after 'activated'");
    }

    [Test]
    public void Rule_that_fires_late_is_not_met() =>
        Evaluate(AlertedRun.Incident(), AlertPlans.Fires with { Within = new ClockDuration.Real(TimeSpan.FromMilliseconds(100)) })
            .Standing.Should().Be(Standing.NotMet);

    [Test]
    public void Rule_that_fired_before_does_not_fire_for_the_upgrade() =>
        Evaluate(AlertedRun.Incident().Change<AlertChanged>(change => change with { Evaluated = TimeSpan.FromSeconds(6) }), AlertPlans.Fires)
            .Standing.Should().Be(Standing.NotMet);

    [Test]
    public void Rule_that_does_not_fire_is_not_met_and_says_what_it_read()
    {
        var result = Evaluate(AlertedRun.Calm(), AlertPlans.Fires);

        result.Standing.Should().Be(Standing.NotMet);
        result.Got.Should().Contain("it did not fire; at most 0 % in 100 answers");
    }

    [Test]
    public void Silence_of_a_rule_that_saw_enough_is_met() => Evaluate(AlertedRun.Calm(), AlertPlans.Silent).Standing.Should().Be(Standing.Met);

    [Test]
    public void Silence_that_is_broken_is_not_met() => Evaluate(AlertedRun.Incident(), AlertPlans.Silent).Standing.Should().Be(Standing.NotMet);

    [Test]
    public void Silence_into_which_a_firing_lasts_is_not_met() =>
        Evaluate(AlertedRun.Incident(), AlertPlans.Silent with { Phases = ["recovered"] }).Standing.Should().Be(Standing.NotMet);

    [Test]
    public void Silence_on_too_few_evaluations_is_inconclusive()
    {
        var result = Evaluate(AlertedRun.Calm(), AlertPlans.Silent with { MinimumSamples = 500 });

        result.Standing.Should().Be(Standing.Inconclusive);
        result.Reason.Should().EndWith("of at least 500 needed");
    }

    [Test]
    public void Silence_of_a_rule_that_was_blind_is_inconclusive() =>
        Evaluate(
            AlertedRun.Calm().WithPlan(plan => plan with { Alerting = AlertPlans.All with { Rules = [AlertPlans.Wrong with { MinimumSamples = 5_000 }] } }),
            AlertPlans.Silent).Standing.Should().Be(Standing.Inconclusive);

    [Test]
    public void Silence_of_rules_that_nobody_evaluated_is_inconclusive()
    {
        var result = Evaluate(AlertedRun.Calm().Without(happened => happened is AlertWatchBegan), AlertPlans.Silent);

        result.Standing.Should().Be(Standing.Inconclusive);
        result.Reason.Should().Be("the journal holds no beginning of the alert watch, so no rule was evaluated");
    }

    [Test]
    public void Silence_of_a_rule_that_could_not_fire_there_is_inconclusive()
    {
        var result = Evaluate(AlertedRun.Calm().WithPlan(plan => Pending(plan, 1_000)), AlertPlans.Silent);

        result.Standing.Should().Be(Standing.Inconclusive);
        result.Reason.Should().Be("rule 'errors' must be pending for 1000 min, and no stretch there is as long, so it could not fire");
    }

    [Test]
    public void Silence_that_the_answers_contradict_is_inconclusive()
    {
        var result = Evaluate(AlertedRun.Incident().Without(happened => happened is AlertChanged), AlertPlans.Silent with { MinimumSamples = 1 });

        result.Standing.Should().Be(Standing.Inconclusive);
        result.Reason.Should().StartWith("the journal holds no firing of rule 'errors', and what it holds makes it fire at 14:00:");
    }

    [Test]
    public void Silence_of_a_rule_that_ended_pending_is_inconclusive()
    {
        var ended = AlertedRun.Incident().WithPlan(plan => Pending(plan, 5)).Without(happened => happened is AlertChanged)
            .With(new AlertWatchEnded { At = TimeSpan.FromMilliseconds(9_800), Evaluations = 30, Until = TimeSpan.FromMilliseconds(9_750) });

        var result = Evaluate(ended, AlertPlans.Silent with { Phases = [] });

        result.Standing.Should().Be(Standing.Inconclusive);
        result.Reason.Should().Be("rule 'errors' was pending when the run ended");
    }

    [Test]
    public void Rule_that_the_plan_does_not_have_is_inconclusive() =>
        Evaluate(CalmRun.Record(IncidentPlans.Replay()), AlertPlans.Silent).Reason.Should().Be("the plan has no alert rule 'errors'");

    [Test]
    public void Page_by_a_rule_is_met_where_the_rule_fired_and_unexplained_where_it_did_not()
    {
        var page = IncidentPlans.Replay().Expectations.OfType<PageExpectationPlan>().Single() with { Within = null };
        var paged = AlertedRun.Incident().Without(happened => happened is PageSent)
            .With(new PageSent { At = TimeSpan.FromMilliseconds(9_551), Rule = "errors", Summary = "alert 'errors' fires" });

        Evaluate(paged, page).Should().Match<ExpectationResult>(result => result.Standing == Standing.Met && result.Got.EndsWith("by alert 'errors'"));
        Evaluate(paged.Without(happened => happened is AlertChanged), page).Standing.Should().Be(Standing.Inconclusive);
    }

    private static ScenarioPlan Pending(ScenarioPlan plan, double minutes) => plan with
    {
        Alerting = AlertPlans.All with { Rules = [AlertPlans.Wrong with { For = new IncidentDuration(minutes) }] },
    };

    private static ExpectationResult Evaluate(RunRecord record, ExpectationPlan plan) => ExpectationCheck.One(plan, RunAnalysis.Of(record));
}
