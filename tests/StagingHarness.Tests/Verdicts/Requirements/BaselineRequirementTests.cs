using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Expectations;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;
using StagingHarness.Verdicts.Requirements;

namespace StagingHarness.Tests.Verdicts.Requirements;

public sealed class BaselineRequirementTests
{
    [Test]
    public void Right_baseline_is_met()
    {
        var result = RequirementOf.Check<BaselineRequirement>(RequirementOf.Incident());

        result.Standing.Should().Be(Standing.Met);
        result.Evidence.Should().Be("200 of 200 (100 %) requests were answered rightly");
    }

    [Test]
    public void Wrong_answer_in_the_baseline_undermines_everything()
    {
        var wrong = RequirementOf.Incident().Answering((due, _) => due == 3_000 ? SampleAnswer.Gateway(502) : null);

        var result = RequirementOf.Check<BaselineRequirement>(wrong);

        result.Standing.Should().Be(Standing.Inconclusive);
        result.Undermines.Should().BeTrue();
        result.Evidence.Should().Be("199 of 200 (99.5 %) requests were answered rightly before anything changed: app 200 x 199, gateway 502 x 1");
    }

    [Test]
    public void Short_baseline_undermines_everything()
    {
        var demanding = RequirementOf.Incident().WithPlan(plan => plan with
        {
            Steps = [.. plan.Steps.Select(step => step is BaselineStepPlan baseline ? baseline with { MinimumSamples = 201 } : step)],
        });

        var result = RequirementOf.Check<BaselineRequirement>(demanding);

        result.Undermines.Should().BeTrue();
        result.Evidence.Should().Be("200 of 200 (100 %) requests were answered rightly before anything changed, at least 201 needed");
    }

    [Test]
    public void Answer_that_came_before_a_fault_began_counts_although_an_earlier_one_was_under_way()
    {
        var fault = FaultPlans.Fault(FaultPlans.Pause("portal-1"), 4) with { Number = "4" };
        var record = RequirementOf.Calm()
            .WithPlan(plan => plan with { Steps = [.. plan.Steps.Select(step => step.Number == "4" ? fault : step)] })
            .With(new FaultBegan { At = TimeSpan.FromMilliseconds(4_000), Step = "4", Fault = fault.Fault });
        record = record.WithSamples(
        [
            .. record.Samples.Select(sample => sample.Due == TimeSpan.FromMilliseconds(3_900) ? sample with { LatencyMicroseconds = 500_000 } : sample),
        ]);

        RequirementOf.Check<BaselineRequirement>(record).Evidence.Should().Be("199 of 199 (100 %) requests were answered rightly");
    }

    [Test]
    public void Baseline_that_failed_undermines_everything()
    {
        var failed = RequirementOf.Incident().Change<StepCompleted>(completed => completed.Step == "3"
            ? new StepFailed { At = completed.At, Step = "3", Kind = StepFailureKind.Baseline, Reason = "The unchanged stage gave 3 wrong answers." }
            : completed);

        var result = RequirementOf.Check<BaselineRequirement>(failed);

        result.Undermines.Should().BeTrue();
        result.Evidence.Should().Be("step [3] failed: The unchanged stage gave 3 wrong answers.");
    }

    [Test]
    public void Baseline_without_an_end_undermines_everything() =>
        RequirementOf.Check<BaselineRequirement>(RequirementOf.Incident().Without(happened => happened is StepCompleted { Step: "3" }))
            .Evidence.Should().Be("step [3] did not complete");
}
