using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Expectations;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;
using StagingHarness.Verdicts.Requirements;

namespace StagingHarness.Tests.Verdicts.Requirements;

public sealed class EndStateRequirementTests
{
    [Test]
    public void Measured_end_state_after_the_runbook_is_met() =>
        Check(RequirementOf.Incident()).Should().Be(
            (Standing.Met, "4 servers attest what they should, and 109 of 109 (100 %) closing requests were answered rightly"));

    [Test]
    public void Measured_end_state_without_a_page_is_met() => Check(RequirementOf.Calm()).Standing.Should().Be(Standing.Met);

    [Test]
    public void Server_in_another_version_is_not_met() =>
        Check(RequirementOf.Incident().Change<InstanceAttested>(attested =>
                attested is { Instance: "portal-2", Step: "C1" } ? attested with { Version = IncidentPlans.Incompatible } : attested))
            .Should().Be((Standing.NotMet, "'portal-2' attested release 2.0 on platform 1, not release 1.0 on platform 1"));

    [Test]
    public void Wrong_closing_answer_is_not_met()
    {
        var wrong = RequirementOf.Incident().Answering((due, _) => due == 23_000 ? SampleAnswer.Gateway(502) : null);

        Check(wrong).Should().Be((Standing.NotMet,
            "108 of 109 (99.08 %) closing requests were answered rightly: app 200 x 108, gateway 502 x 1"));
    }

    [Test]
    public void Server_that_attests_nothing_is_inconclusive() =>
        Check(RequirementOf.Incident().Without(happened => happened is InstanceAttested { Instance: "portal-2", Step: "C1" }))
            .Should().Be((Standing.Inconclusive, "'portal-2' attested nothing at the end"));

    [Test]
    public void Measurement_that_did_not_end_is_inconclusive() =>
        Check(RequirementOf.Incident().Without(happened => happened is StepCompleted { Step: "C1" }))
            .Should().Be((Standing.Inconclusive, "step [C1], which measures it, did not run to its end"));

    [Test]
    public void Measurement_that_failed_is_inconclusive() =>
        Check(RequirementOf.Incident().Change<StepCompleted>(completed => completed.Step == "C1"
                ? new StepFailed { At = completed.At, Step = "C1", Kind = StepFailureKind.NoEffect, Reason = "nothing serves on 'portal-1'" }
                : completed))
            .Should().Be((Standing.Inconclusive, "step [C1] failed: nothing serves on 'portal-1'"));

    [Test]
    public void What_was_watched_unchanged_before_the_step_counts()
    {
        var record = Measured(since: TimeSpan.FromMilliseconds(500));

        Check(record).Should().Be(
            (Standing.Met, "4 servers attest what they should, and 159 of 159 (100 %) closing requests were answered rightly"));
        Check(record.Answering((due, _) => due == 22_500 ? SampleAnswer.Gateway(502) : null)).Standing.Should().Be(Standing.NotMet);
    }

    [Test]
    public void What_came_before_the_last_change_does_not_measure_the_end_state() =>
        Check(Measured(since: TimeSpan.FromMinutes(1))).Standing.Should().Be(Standing.Inconclusive);

    [Test]
    public void Few_closing_answers_are_inconclusive()
    {
        var record = RequirementOf.Incident();
        var few = record.WithSamples([.. record.Samples.Where(sample => sample.Due < TimeSpan.FromSeconds(23))]);

        Check(few).Should().Be((Standing.Inconclusive, "89 of 89 (100 %) closing requests were answered rightly, at least 100 needed"));
    }

    [Test]
    public void Plan_without_a_measurement_is_inconclusive() =>
        Check(RequirementOf.Incident().WithPlan(plan => plan with { Closing = [] }))
            .Should().Be((Standing.Inconclusive, "the plan has 0 steps that measure it, and needs one"));

    /// <summary>The incident, whose end state was measured from so much before its step on.</summary>
    private static RunRecord Measured(TimeSpan since)
    {
        var record = RequirementOf.Incident();
        var started = record.Events.OfType<StepStarted>().Single(begun => begun.Step == "C1").At;
        var ended = record.Events.OfType<StepCompleted>().Single(completed => completed.Step == "C1").At;
        return record.With(new EndStateMeasured { At = ended, Step = "C1", From = started - since });
    }

    private static (Standing Standing, string Evidence) Check(RunRecord record)
    {
        var result = RequirementOf.Check<EndStateRequirement>(record);
        return (result.Standing, result.Evidence);
    }
}
