using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Runs;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;

namespace StagingHarness.Tests.Analysis.Expectations;

public sealed class OrderEvaluatorTests
{
    [Test]
    public void Milestones_in_order_are_met()
    {
        var result = Evaluate(Incident());

        result.Standing.Should().Be(Standing.Met);
        result.Got.Should().StartWith("activated 14:00:03 (+9.05 s), outage-started 14:00:03 (+9.05 s), paged 14:00:05 (+9.09 s)");
        result.Wanted.Should().StartWith("in this order: activated, outage-started, paged");
    }

    [Test]
    public void Milestones_out_of_order_are_not_met()
    {
        var early = Incident().Change<PageAcknowledged>(page => page with { At = TimeSpan.FromSeconds(9) });

        var result = Evaluate(early);

        result.Standing.Should().Be(Standing.NotMet);
        result.Got.Should().Be("'acknowledged' (+9 s) came before 'paged' (+9.09 s)");
    }

    [Test]
    public void Milestone_that_a_whole_run_lacks_is_not_met()
    {
        var result = Evaluate(CalmRun.Record(IncidentPlans.Replay()));

        result.Standing.Should().Be(Standing.NotMet);
        result.Got.Should().StartWith("'outage-started', 'paged', 'acknowledged'").And.EndWith("did not come");
    }

    [Test]
    public void Milestone_that_a_cut_journal_lacks_is_inconclusive()
    {
        var record = Incident();

        var result = Evaluate(record.CutTo(record.Events.IndexOf(record.Events.OfType<PageAcknowledged>().Single())));

        result.Standing.Should().Be(Standing.Inconclusive);
        result.Reason.Should().Be("the journal ends without its last event");
    }

    [Test]
    public void Milestone_that_a_failed_step_kept_away_is_inconclusive()
    {
        var failed = CalmRun.Record(IncidentPlans.Replay()).Change<StepCompleted>(completed => completed.Step == "5"
            ? new StepFailed { At = completed.At, Step = completed.Step, Kind = StepFailureKind.NoEffect, Reason = "nothing was staged" }
            : completed);

        Evaluate(failed).Reason.Should().Be("step [5] failed");
    }

    private static RunRecord Incident() => IncidentRun.Record(IncidentPlans.Replay());

    private static ExpectationResult Evaluate(RunRecord record) =>
        ExpectationCheck.One(IncidentPlans.Replay().Expectations.OfType<OrderExpectationPlan>().Single(), RunAnalysis.Of(record));
}
