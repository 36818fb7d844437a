using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Ports;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.TestKit.Fakes;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.Tests.Execution.Running;

/// <summary>Steps that run at the same time.</summary>
public sealed class ParallelStepTests
{
    [Test]
    public void Steps_begin_together_and_each_has_its_receipt()
    {
        using var stage = new FakeStage();

        var record = stage.Run(FaultPlans.Build(
            CheckPlans.Together(FaultPlans.Watch(3), FaultPlans.Watch(1), CheckPlans.Probe(CheckPlans.Http())), FaultPlans.Watch(1)));

        var began = record.All<StepStarted>().Where(started => started.Step!.StartsWith('4')).ToList();
        began.Select(started => started.Step).Should().Equal("4", "4.a", "4.b", "4.c");
        began.Select(started => started.At).Distinct().Should().HaveCount(1);
        EndOf(record, "4.c").Should().BeLessThan(EndOf(record, "4.b"));
        (EndOf(record, "4.a") - began[0].At).Should().BeCloseTo(TimeSpan.FromSeconds(3), TimeSpan.FromMilliseconds(50));
        EndOf(record, "4").Should().Be(EndOf(record, "4.a"), "it ends with the last of them");
        record.LinesOf("4").Should().EndWith("4 StepCompleted 4.a, 4.b, 4.c are done");
        record.LinesOf("4.c").Should().ContainMatch("4.c StepCompleted *answers '/ready' with 200");
        record.All<RunEnded>().Single().Ending.Should().Be(RunEnding.Completed);
    }

    [Test]
    public void Step_that_fails_lets_the_others_end_and_what_follows_is_left_out()
    {
        using var stage = new FakeStage();
        stage.Probe.Answer = (_, _) => new ProbeAnswer(503, "", null, TimeSpan.Zero);

        var record = stage.Run(FaultPlans.Build(
            CheckPlans.Together(CheckPlans.Probe(CheckPlans.Http("portal-1")), FaultPlans.Watch(2)), CheckPlans.Together(FaultPlans.Watch(1))));

        record.All<StepFailed>().Select(failed => (failed.Step, failed.Kind)).Should().Equal(("4.a", StepFailureKind.CheckNotMet), ("4", StepFailureKind.CheckNotMet));
        record.LinesOf("4.b").Should().ContainMatch("4.b StepCompleted *");
        record.LinesOf("4").Should().EndWith(
            "4 StepFailed CheckNotMet: Step 4.a failed: It was asked whether /ready answers, and that does not hold: 'portal-1' answers '/ready' with 503.");
        record.All<StepSkipped>().Count(skipped => skipped.Step == "5").Should().Be(1);
        record.All<StepSkipped>().Should().Contain(skipped => skipped.Step == "C1");
    }

    [Test]
    public void Two_servers_that_come_back_at_the_same_time_are_both_led_to()
    {
        using var stage = new FakeStage();

        var record = stage.Run(FaultPlans.Build(CheckPlans.Together(
            FaultPlans.Fault(FaultPlans.Kill("portal-1") with { Name = "one" }, 1), FaultPlans.Fault(FaultPlans.Kill("portal-2") with { Name = "two" }, 1))));

        record.All<FaultEnded>().Select(ended => (ended.Fault, ended.Ending)).Should().BeEquivalentTo([("one", FaultEnding.Healed), ("two", FaultEnding.Healed)]);
        var alive = stage.Engine.Instances.Where(instance => instance.Name.StartsWith("portal", StringComparison.Ordinal) && instance.Generation == 2).ToList();
        alive.Should().HaveCount(2);
        stage.Gateway.Targets.Select(target => target.Address).Should().BeEquivalentTo(alive.Select(instance => instance.AddressOf("http")));
    }

    [Test]
    public void Interruption_leaves_no_step_unmentioned()
    {
        using var stage = new FakeStage();
        stage.WhenStepRuns("4.b", stage.Interrupt, TimeSpan.FromSeconds(1));

        var record = stage.Run(FaultPlans.Build(CheckPlans.Together(FaultPlans.Watch(5), FaultPlans.Watch(5)), FaultPlans.Watch(1)));

        record.All<RunEnded>().Single().Ending.Should().Be(RunEnding.Aborted);
        record.All<StepSkipped>().Select(skipped => skipped.Step).Should().Equal("5", "C1", "C2");
    }

    private static TimeSpan EndOf(RunRecord record, string step) => record.All<StepCompleted>().Single(completed => completed.Step == step).At;
}
