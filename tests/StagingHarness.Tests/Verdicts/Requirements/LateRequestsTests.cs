using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Expectations;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;
using StagingHarness.Verdicts;
using StagingHarness.Verdicts.Requirements;

namespace StagingHarness.Tests.Verdicts.Requirements;

/// <summary>Requests that the generator sent late: what they are counted for, and when they are too many.</summary>
public sealed class LateRequestsTests
{
    [Test]
    public void Requests_that_left_in_a_later_phase_and_met_another_stage_undermine_the_run()
    {
        var late = Late(requests: 30, SampleAnswer.App(200, 1));

        Check<DropsRequirement>(late).Should().Be((Standing.Inconclusive,
            "30 requests left when the phase in which they were due was over, up to 2.1 s late, and met another stage than the one that they were due on: "
            + "the generator could not keep up"));
        Judge.Assess(late).Outcome.Should().Be(Outcome.Inconclusive, "neither version is to blame for them");
    }

    [Test]
    public void Requests_that_left_in_a_later_phase_and_were_answered_as_theirs_are_met() =>
        Check<DropsRequirement>(Late(requests: 30, SampleAnswer.App(500, 5))).Standing.Should().Be(Standing.Met);

    [Test]
    public void Stretch_that_hardly_a_request_met_in_time_undermines_the_run()
    {
        var record = RequirementOf.Incident();
        var all = record.WithSamples([.. record.Samples.Select(sample => sample.Due < TimeSpan.FromMilliseconds(IncidentRun.HandedOver)
            ? sample with { SendDelayMicroseconds = 15_200_000 }
            : sample)]);

        Check<DropsRequirement>(all).Standing.Should().Be(Standing.Inconclusive, "how the phase answers is not known");
    }

    [Test]
    public void Requests_that_waited_for_a_connection_are_met()
    {
        // Sixty-four requests that nobody answers for four seconds leave no connection for what is due meanwhile.
        var first = IncidentRun.RolledBack - 1_200;
        var late = Late(requests: 30, SampleAnswer.App(200, 1));
        var hung = late.WithSamples([.. late.Samples.Select(sample =>
            sample.Due >= TimeSpan.FromMilliseconds(first) && sample.SendDelayMicroseconds < 1_000_000 ? sample with { LatencyMicroseconds = 4_000_000 } : sample)]);

        Check<DropsRequirement>(hung).Standing.Should().Be(Standing.Met);
    }

    [Test]
    public void Many_requests_at_a_time_on_few_connections_are_no_excuse()
    {
        var late = Late(requests: 30, SampleAnswer.App(200, 1)).WithPlan(plan => plan with { Traffic = plan.Traffic with { Connections = 1, RequestsAtATime = 100 } });
        var slow = late.WithSamples([.. late.Samples.Select(sample => sample.SendDelayMicroseconds < 1_000_000 ? sample with { LatencyMicroseconds = 500_000 } : sample)]);

        Check<DropsRequirement>(slow).Standing.Should().Be(Standing.Inconclusive, "fifty at a time leave room for fifty");
    }

    [TestCase(12, Standing.Met)]
    [TestCase(13, Standing.Inconclusive)]
    public void Requests_of_the_last_moment_of_a_phase_and_two_more_may_be_late(int requests, Standing standing) =>
        Check<DropsRequirement>(Late(requests, SampleAnswer.App(200, 1))).Standing.Should().Be(standing);

    [Test]
    public void Requests_that_may_be_late_count_as_of_when_they_left()
    {
        var late = Late(requests: 2, SampleAnswer.App(200, 1));

        var verdict = Judge.Assess(late);

        verdict.Outcome.Should().Be(Outcome.Passed, $"every request that left in time failed in 'upgraded': {verdict.Sentence}");
        var all = Judge.Assess(RequirementOf.Incident()).Expectations[0].Samples.Total;
        verdict.Expectations[0].Samples.Total.Should().Be(all - 2);
        Check<DropsRequirement>(late).Evidence.Should().Be("0 of 2,120 (0 %) requests were dropped; 2 requests left when their phase was over, and count as of then");
    }

    [Test]
    public void Requests_that_waited_for_a_connection_count_as_of_when_they_were_due()
    {
        var late = Late(requests: 2, SampleAnswer.App(200, 1));
        var hung = late.WithSamples([.. late.Samples.Select(sample =>
            sample.Due >= TimeSpan.FromMilliseconds(IncidentRun.RolledBack - 1_200) && sample.SendDelayMicroseconds < 1_000_000 ? sample with { LatencyMicroseconds = 4_000_000 } : sample)]);

        Judge.Assess(hung).Expectations[0].Samples.Total.Should().Be(Judge.Assess(RequirementOf.Incident()).Expectations[0].Samples.Total);
    }

    [Test]
    public void Wrong_answers_to_late_requests_are_lost_requests_all_the_same()
    {
        // They were due before the activation, left after it, and nothing else failed.
        var calm = ReportRuns.Passed.Answering((due, _) => IsLate(due) ? SampleAnswer.Gateway(503) : null);
        var late = calm.WithSamples([.. calm.Samples.Select(sample => IsLate((int)sample.Due.TotalMilliseconds) ? sample with { SendDelayMicroseconds = 100_000 } : sample)]);

        Judge.Assess(ReportRuns.Passed).Outcome.Should().Be(Outcome.Passed);
        Judge.Assess(late).Outcome.Should().Be(Outcome.Failed);

        static bool IsLate(int due) => due is > IncidentRun.HandedOver - 50 and < IncidentRun.HandedOver - 20;
    }

    [Test]
    public void Requests_that_left_in_time_count_for_their_phase() =>
        Judge.Assess(RequirementOf.Incident().Answering((due, _) => due > IncidentRun.RolledBack - 48 && due < IncidentRun.RolledBack ? SampleAnswer.App(200, 1) : null))
            .Outcome.Should().Be(Outcome.Failed);

    [TestCase(100, Standing.Met)]
    [TestCase(0, Standing.Inconclusive)]
    public void Baseline_is_not_to_blame_for_what_left_after_it(int late, Standing standing) =>
        Check<BaselineRequirement>(Losing(late)).Standing.Should().Be(standing);

    [TestCase(100, Standing.NotMet)]
    [TestCase(0, Standing.Met)]
    public void Nothing_may_be_lost_in_a_phase_that_no_expectation_asks_about(int late, Standing standing) =>
        Check<ProtectionRequirement>(Asking(Losing(late), answers => answers with { Phases = ["baseline"] })).Standing.Should().Be(standing);

    [TestCase(100, Standing.NotMet)]
    [TestCase(0, Standing.Met)]
    public void Answers_count_in_the_phase_in_which_their_requests_left(int late, Standing standing) =>
        Expectation(Asking(Losing(late), answers => answers with { Phases = ["staging"], Samples = new SampleMinimum(10, 0) })).Should().Be(standing);

    [TestCase(100, Standing.NotMet)]
    [TestCase(0, Standing.Met)]
    public void Windows_are_those_in_which_requests_left(int late, Standing standing) =>
        Expectation(Asking(Losing(late), _ => ExpectationPlans.Availability() with { Phases = ["staging"], Samples = new SampleMinimum(5, 0) })).Should().Be(standing);

    [Test]
    public void Latency_is_that_of_the_requests_that_left_in_the_phase() =>
        (Requests(Losing(100), Latency) - Requests(Losing(0), Latency)).Should().Be(2);

    [Test]
    public void Phases_are_compared_by_the_requests_that_left_in_them() =>
        (Requests(Losing(100), Compare) - Requests(Losing(0), Compare)).Should().Be(2);

    [Test]
    public void Served_are_the_requests_that_left_in_the_phase() =>
        (Requests(Late(2, SampleAnswer.App(500, 5)), _ => ExpectationPlans.Served()) - Requests(Late(2, SampleAnswer.App(200, 1)), _ => ExpectationPlans.Served()))
            .Should().Be(2, "only those that met another stage count as of when they left");

    private static ExpectationPlan Latency(ExpectationPlan replaced) =>
        ExpectationPlans.Latency() with { Phases = ["staging"], MinimumSamples = 10, Number = replaced.Number };

    private static ExpectationPlan Compare(ExpectationPlan replaced) =>
        ExpectationPlans.Compare() with { Phases = ["staging"], AgainstPhases = ["upgraded"], MinimumSamples = 10, Number = replaced.Number };

    private static long Requests(RunRecord record, Func<AnswersExpectationPlan, ExpectationPlan> change) =>
        Judge.Assess(Asking(record, change)).Expectations[0].Samples.Total;

    private static Standing Expectation(RunRecord record) => Judge.Assess(record).Expectations[0].Standing;

    private static RunRecord Asking(RunRecord record, Func<AnswersExpectationPlan, ExpectationPlan> change) =>
        record.WithPlan(plan => plan with { Expectations = [change((AnswersExpectationPlan)plan.Expectations[0]), .. plan.Expectations.Skip(1)] });

    /// <summary>An upgrade that works, but for two requests that were due just before the version is staged.</summary>
    private static RunRecord Losing(int late)
    {
        var change = (int)RequirementOf.Calm().Events.OfType<StepStarted>().Single(started => started.Step == "4").At.TotalMilliseconds;
        var record = RequirementOf.Calm().Answering((due, _) => IsLast(due) ? SampleAnswer.Gateway(503) : null);
        return record.WithSamples([.. record.Samples.Select(sample => IsLast((int)sample.Due.TotalMilliseconds)
            ? sample with { SendDelayMicroseconds = (uint)late * 1_000, LatencyMicroseconds = ((uint)late * 1_000) + 2_000 }
            : sample)]);

        bool IsLast(int due) => due < change && due >= change - 20;
    }

    /// <summary>The generator stood still just before the rollback began, until the servers were taken out.</summary>
    private static RunRecord Late(int requests, SampleAnswer answer)
    {
        var last = IncidentRun.RolledBack - 8;
        var record = RequirementOf.Incident().Answering((due, _) => IsLate(due) ? answer : null);
        return record.WithSamples([.. record.Samples.Select(sample => IsLate((int)sample.Due.TotalMilliseconds) ? sample with { SendDelayMicroseconds = 2_100_000 } : sample)]);

        bool IsLate(int due) => due <= last && due > last - (10 * requests);
    }

    private static (Standing Standing, string Evidence) Check<TRequirement>(RunRecord record)
        where TRequirement : Requirement, new()
    {
        var result = RequirementOf.Check<TRequirement>(record);
        return (result.Standing, result.Evidence);
    }
}
