using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Expectations;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Scenarios.Plans;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;
using StagingHarness.Verdicts.Requirements;

namespace StagingHarness.Tests.Verdicts.Requirements;

public sealed class FaultsRequirementTests
{
    private static readonly FaultBegan Began = new() { At = Ms(10_000), Step = "6", Fault = FaultPlans.Pause("portal-1") };
    private static readonly FaultProved Proved = new() { At = Ms(10_100), Step = "6", Fault = "pause", Proof = "it does not answer" };
    private static readonly FaultEnded Ended = new() { At = Ms(12_000), Step = "6", Fault = "pause", Ending = FaultEnding.Healed, Outcome = "it answers" };

    [Test]
    public void Run_without_faults_is_met() => Check(RequirementOf.Calm()).Should().Be((Standing.Met, "none was made"));

    [Test]
    public void Fault_that_is_proved_and_healed_is_met() =>
        Check(RequirementOf.Calm().With(Began).With(Proved).With(Ended)).Should().Be((Standing.Met, "1 fault made, proved and healed"));

    [Test]
    public void Fault_without_a_proof_is_inconclusive() =>
        Check(RequirementOf.Calm().With(Began).With(Ended)).Should().Be((Standing.Inconclusive, "nothing proves that fault 'pause' had an effect"));

    [Test]
    public void Fault_with_an_empty_proof_is_inconclusive() =>
        Check(RequirementOf.Calm().With(Began).With(Proved with { Proof = " " }).With(Ended)).Standing.Should().Be(Standing.Inconclusive);

    [Test]
    public void Fault_that_never_ended_is_inconclusive() =>
        Check(RequirementOf.Calm().With(Began).With(Proved)).Should().Be((Standing.Inconclusive, "nothing says that fault 'pause' ended"));

    [Test]
    public void Fault_that_was_only_let_go_is_inconclusive() =>
        Check(RequirementOf.Calm().With(Began).With(Proved).With(Ended with { Ending = FaultEnding.Undone }))
            .Should().Be((Standing.Inconclusive, "fault 'pause' was let go when the run ended, and never healed"));

    [Test]
    public void End_of_an_earlier_fault_of_that_name_does_not_count() =>
        Check(RequirementOf.Calm().With(Ended with { At = Ms(9_990) }).With(Began).With(Proved)).Standing.Should().Be(Standing.Inconclusive);

    [Test]
    public void Receipt_of_a_fault_that_never_began_is_inconclusive()
    {
        var record = RequirementOf.Calm().WithPlan(plan => plan with
        {
            Steps = [.. plan.Steps.Select(step => step.Number == "6" ? FaultPlans.Fault(FaultPlans.Pause("portal-1"), 15) with { Number = "6" } : step)],
        });

        Check(record).Should().Be((Standing.Inconclusive, "step [6] has a receipt, and no fault began in it"));
    }

    [Test]
    public void Fault_of_an_instance_that_was_replaced_meanwhile_is_inconclusive()
    {
        var started = RequirementOf.Calm().Events.OfType<InstanceStarted>().First(start => start.Service is not null);
        var replaced = RequirementOf.Calm().With(Began).With(Proved).With(Ended);

        Check(replaced.With(started with { At = Ms(11_000), Instance = "portal-1", Generation = 9 }))
            .Should().Be((Standing.Inconclusive, "fault 'pause' was void on 'portal-1' before it ended: another instance was started there"));
        Check(replaced.With(started with { At = Ms(11_000), Instance = "portal-2", Generation = 9 })).Standing.Should().Be(Standing.Met);
    }

    [Test]
    public void Failure_that_is_reproduced_without_its_fault_is_inconclusive()
    {
        var record = RequirementOf.Calm().WithPlan(plan => plan with
        {
            Intent = Intent.Reproduce,
            Steps = [.. plan.Steps.Select(step => step.Number == "6" ? FaultPlans.Fault(FaultPlans.Pause("portal-1"), 15) with { Number = "6" } : step)],
        });
        var skipped = new StepSkipped { At = Ms(10_000), Step = "6", Kind = StepSkipKind.RunbookTookOver, Reason = "a page went out" };

        Check(record.Without(happened => happened.Step == "6").With(skipped))
            .Should().Be((Standing.Inconclusive, "step [6] was never made (a page went out), so what failed has another cause"));
    }

    private static TimeSpan Ms(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    private static (Standing Standing, string Evidence) Check(RunRecord record)
    {
        var result = RequirementOf.Check<FaultsRequirement>(record);
        return (result.Standing, result.Evidence);
    }
}
