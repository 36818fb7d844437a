using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Expectations;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;
using StagingHarness.Verdicts;

namespace StagingHarness.Tests.Verdicts;

public sealed class JudgeTests
{
    [Test]
    public void Incident_that_appears_is_reproduced()
    {
        var verdict = Judge.Assess(Incident());

        verdict.Requirements.Where(requirement => requirement.Standing != Standing.Met).Should().BeEmpty();
        verdict.Expectations.Where(expectation => expectation.Standing != Standing.Met).Should().BeEmpty();
        verdict.Outcome.Should().Be(Outcome.Passed);
        verdict.Headline.Should().Be("REPRODUCED");
        verdict.Sentence.Should().Be("All 6 expectations met on 2,120 requests; 1,004 wrong answers, longest outage 10.04 s of real time.");
        verdict.ExitCode.Should().Be(0);
    }

    [Test]
    public void Upgrade_that_works_is_safe()
    {
        var verdict = Judge.Assess(CalmRun.Record(IncidentPlans.Gate(IncidentPlans.Compatible)));

        verdict.Requirements.Where(requirement => requirement.Standing != Standing.Met).Should().BeEmpty();
        verdict.Headline.Should().Be("SAFE");
        verdict.Sentence.Should().Be("All 2 expectations met on 2,350 requests; wrong answers: 0 of 2,350 (at most 0.13 %, 95 % confidence).");
        verdict.ExitCode.Should().Be(0);
        verdict.Cause.Should().BeNull();
    }

    [Test]
    public void Upgrade_that_breaks_is_not_safe()
    {
        var verdict = Judge.Assess(IncidentRun.Record(IncidentPlans.Gate(IncidentPlans.Incompatible)));

        verdict.Headline.Should().Be("NOT SAFE");
        verdict.ExitCode.Should().Be(1);
        verdict.Sentence.Should().StartWith("E1 'Nothing is answered wrongly' is not met: wanted none answered wrongly, got 604 of 1,309");
        verdict.Sentence.Should().EndWith("Suspected: Microsoft.IdentityModel.Tokens 8.23.0.0 is wanted, and 7.7.3.0 is present.");
        verdict.Cause!.Library!.Name.Should().Be("Microsoft.IdentityModel.Tokens");
    }

    [Test]
    public void Incident_that_stays_away_is_not_reproduced()
    {
        var verdict = Judge.Assess(CalmRun.Record(IncidentPlans.Replay()));

        verdict.Headline.Should().Be("NOT REPRODUCED");
        verdict.ExitCode.Should().Be(1);
    }

    [TestCase(RunEnding.Aborted, Outcome.Aborted, "ABORTED", "The run did not go through: somebody pressed Ctrl+C.")]
    [TestCase(RunEnding.EnvironmentFailed, Outcome.EnvironmentFailed, "ENVIRONMENT FAILED", "The stage could not be built or kept up: somebody pressed Ctrl+C.")]
    [TestCase(RunEnding.InternalError, Outcome.InternalError, "INTERNAL ERROR", "The harness itself broke: somebody pressed Ctrl+C.")]
    public void Run_that_broke_off_is_no_rehearsal(RunEnding ending, Outcome outcome, string headline, string sentence)
    {
        var verdict = Judge.Assess(Incident().Change<RunEnded>(ended => ended with { Ending = ending, Cause = "somebody pressed Ctrl+C.\nat home" }));

        verdict.Outcome.Should().Be(outcome);
        verdict.Headline.Should().Be(headline);
        verdict.Sentence.Should().Be(sentence);
    }

    [TestCase(StepFailureKind.Internal, Outcome.InternalError)]
    [TestCase(StepFailureKind.Environment, Outcome.EnvironmentFailed)]
    [TestCase(StepFailureKind.StartUp, Outcome.Failed)]
    [TestCase(StepFailureKind.NotStarted, Outcome.Failed)]
    [TestCase(StepFailureKind.NoEffect, Outcome.Inconclusive)]
    public void Step_that_failed_decides_by_its_kind(StepFailureKind kind, Outcome outcome)
    {
        // The gate, so that no expectation is refuted by the missing outage.
        var failed = CalmRun.Record(IncidentPlans.Gate(IncidentPlans.Compatible)).Change<StepCompleted>(completed => completed.Step == "4"
            ? new StepFailed { At = completed.At, Step = "4", Kind = kind, Reason = "portal-2 ended" }
            : completed);

        Judge.Assess(failed).Outcome.Should().Be(outcome);
    }

    [Test]
    public void Failed_baseline_is_inconclusive_although_an_expectation_on_it_is_refuted()
    {
        var dead = Incident().Answering((_, _) => SampleAnswer.Gateway(502)).Change<StepCompleted>(completed => completed.Step == "3"
            ? new StepFailed { At = completed.At, Step = "3", Kind = StepFailureKind.Baseline, Reason = "The unchanged stage gave 199 wrong answers." }
            : completed);

        var verdict = Judge.Assess(dead);

        verdict.Expectations.Should().Contain(expectation => expectation.Standing == Standing.NotMet);
        verdict.Outcome.Should().Be(Outcome.Inconclusive);
        verdict.Sentence.Should().Be(
            "Not shown: 'baseline met before anything changed'; step [3] failed: The unchanged stage gave 199 wrong answers.");
    }

    [Test]
    public void Same_record_gets_the_same_verdict()
    {
        var first = Judge.Assess(Incident());
        var second = Judge.Assess(Incident());

        second.Expectations.Should().BeEquivalentTo(first.Expectations, options => options.WithStrictOrdering());
        second.Requirements.Should().Equal(first.Requirements);
        second.Sentence.Should().Be(first.Sentence);
    }

    private static RunRecord Incident() => IncidentRun.Record(IncidentPlans.Replay());
}
