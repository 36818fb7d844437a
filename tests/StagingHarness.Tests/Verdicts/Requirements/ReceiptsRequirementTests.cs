using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Expectations;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.TestKit.Records;
using StagingHarness.Verdicts.Requirements;

namespace StagingHarness.Tests.Verdicts.Requirements;

public sealed class ReceiptsRequirementTests
{
    [Test]
    public void Receipt_of_every_step_is_met() =>
        Check(RequirementOf.Incident()).Should().Be((Standing.Met, "13 steps with a receipt, 0 rightly left out"));

    [Test]
    public void Runbook_that_nobody_needed_is_rightly_left_out() =>
        Check(RequirementOf.Calm()).Should().Be((Standing.Met, "8 steps with a receipt, 5 rightly left out"));

    [Test]
    public void Empty_receipt_is_inconclusive() =>
        Check(RequirementOf.Incident().Change<StepCompleted>(step => step.Step == "R3" ? step with { Receipt = " " } : step))
            .Should().Be((Standing.Inconclusive, "step [R3] has no receipt"));

    [Test]
    public void Step_without_an_end_is_inconclusive() =>
        Check(RequirementOf.Incident().Without(happened => happened is StepCompleted { Step: "R3" }))
            .Should().Be((Standing.Inconclusive, "step [R3] began, and nothing says how it ended"));

    [Test]
    public void Step_without_a_beginning_is_inconclusive() =>
        Check(RequirementOf.Incident().Without(happened => happened is StepStarted { Step: "R3" }))
            .Should().Be((Standing.Inconclusive, "step [R3] ended without a beginning"));

    [Test]
    public void Step_that_nothing_is_known_of_is_inconclusive() =>
        Check(RequirementOf.Incident().Without(happened => happened.Step == "R5"))
            .Should().Be((Standing.Inconclusive, "nothing says what became of step [R5]"));

    [Test]
    public void New_version_that_does_not_start_is_not_met() =>
        Check(Failing("4", StepFailureKind.StartUp))
            .Should().Be((Standing.NotMet, "step [4] failed with a start-up crash: portal-2 ended with exit code 134"));

    [Test]
    public void Condition_that_does_not_hold_is_not_met() =>
        Check(Failing("4", StepFailureKind.CheckNotMet))
            .Should().Be((Standing.NotMet, "step [4] failed: portal-2 ended with exit code 134"));

    [TestCase(StepFailureKind.NoEffect)]
    [TestCase(StepFailureKind.Baseline)]
    [TestCase(StepFailureKind.Environment)]
    [TestCase(StepFailureKind.Internal)]
    public void Other_failure_of_a_step_is_inconclusive(StepFailureKind kind) =>
        Check(Failing("4", kind)).Standing.Should().Be(Standing.Inconclusive);

    [Test]
    public void Step_left_out_for_an_earlier_failure_is_inconclusive() =>
        Check(Skipping(RequirementOf.Incident(), "C1", StepSkipKind.EarlierFailure))
            .Should().Be((Standing.Inconclusive, "step [C1] was left out (why not)"));

    [Test]
    public void Failed_step_speaks_first_and_those_behind_it_are_a_number()
    {
        var record = Skipping(Skipping(Failing("4", StepFailureKind.NoEffect), "5", StepSkipKind.EarlierFailure), "6", StepSkipKind.EarlierFailure);

        var result = RequirementOf.Check<ReceiptsRequirement>(record);

        (result.Standing, result.Evidence, result.SpeaksFirst)
            .Should().Be((Standing.Inconclusive, "step [4] failed: portal-2 ended with exit code 134; 2 steps behind it were left out", true));
    }

    [Test]
    public void Step_left_out_for_a_runbook_that_did_not_run_is_inconclusive() =>
        Check(Skipping(RequirementOf.Calm(), "6", StepSkipKind.RunbookTookOver))
            .Should().Be((Standing.Inconclusive, "step [6] was left out (why not), but no runbook can have taken over from it"));

    [Test]
    public void Step_left_out_for_the_runbook_after_a_page_is_met() =>
        Check(Skipping(RequirementOf.Incident(), "6", StepSkipKind.RunbookTookOver)).Standing.Should().Be(Standing.Met);

    [Test]
    public void Runbook_left_out_although_a_page_went_out_is_inconclusive() =>
        Check(Skipping(RequirementOf.Incident(), "R5", StepSkipKind.NoPage))
            .Should().Be((Standing.Inconclusive, "step [R5] was left out (why not), but a page went out, or it is no part of the runbook"));

    private static RunRecord Failing(string step, StepFailureKind kind) =>
        RequirementOf.Calm().Change<StepCompleted>(completed => completed.Step == step
            ? new StepFailed { At = completed.At, Step = step, Kind = kind, Reason = "portal-2 ended with exit code 134" }
            : completed);

    private static RunRecord Skipping(RunRecord record, string step, StepSkipKind kind) =>
        record.Without(happened => happened.Step == step)
            .With(new StepSkipped { At = TimeSpan.FromSeconds(22), Step = step, Kind = kind, Reason = "why not" });

    private static (Standing Standing, string Evidence) Check(RunRecord record)
    {
        var result = RequirementOf.Check<ReceiptsRequirement>(record);
        return (result.Standing, result.Evidence);
    }
}
