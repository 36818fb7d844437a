using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Runs;
using StagingHarness.History.Runs;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;

namespace StagingHarness.Tests.Analysis.Expectations;

public sealed class MixedEvaluatorTests
{
    private static readonly MixedExpectationPlan HalfWay = WritingPlans.Expectations.OfType<MixedExpectationPlan>().Single();

    [Test]
    public void State_that_lasted_is_met()
    {
        var result = Evaluate(RollingRun.Record());

        result.Standing.Should().Be(Standing.Met);
        result.Wanted.Should().Be("2 of 4 servers on the new version for at least 100 requests and 1 s (real time)");
        result.Got.Should().Be("2 of 4 for 200 requests in 2 s");
    }

    [Test]
    public void State_that_never_came_is_not_met()
    {
        var result = Evaluate(CalmRun.Record(IncidentPlans.Gate(IncidentPlans.Compatible)));

        result.Standing.Should().Be(Standing.NotMet);
        result.Got.Should().StartWith("2 of 4 for 0 requests in 0 s; all states: 0 of 4 for 705 requests in 7.05 s, 4 of 4 for ");
    }

    [TestCase(201, 0)]
    [TestCase(1, 2.001)]
    public void State_that_lasted_too_short_is_not_met(int requests, double seconds) =>
        Evaluate(RollingRun.Record(), HalfWay with { LeastRequests = requests, LeastTime = TimeSpan.FromSeconds(seconds) })
            .Standing.Should().Be(Standing.NotMet);

    [Test]
    public void State_that_a_journal_which_was_cut_off_does_not_show_is_inconclusive()
    {
        var cut = CalmRun.Record(IncidentPlans.Gate(IncidentPlans.Compatible));

        var result = Evaluate(cut.CutTo(cut.Events.Length - 1));

        result.Standing.Should().Be(Standing.Inconclusive);
        result.Reason.Should().Be("the journal ends without its last event");
    }

    [Test]
    public void State_that_was_seen_stays_seen_when_the_journal_is_cut_off_later()
    {
        var record = RollingRun.Record();

        Evaluate(record.CutTo(record.Events.Length - 1)).Standing.Should().Be(Standing.Met);
    }

    private static ExpectationResult Evaluate(RunRecord record, MixedExpectationPlan? plan = null) =>
        ExpectationCheck.One(plan ?? HalfWay, RunAnalysis.Of(record));
}
