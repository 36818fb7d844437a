using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.History.Events;
using StagingHarness.TestKit.Fakes;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.Tests.Execution.Running;

public sealed class CancellationTests
{
    private static readonly string[] All = ["1", "2", "3", "4", "5", "6", "R1", "R2", "R3", "R4", "7", "8"];

    [TestCaseSource(nameof(All))]
    public void Interruption_asAStepBegins_abortsTheRunAndLeavesNothingBehind(string step) => InterruptIn(step, after: TimeSpan.Zero);

    /// <summary>While servers start, while they attest, while requests are awaited, while the scripted time runs.</summary>
    [TestCase("1", 150)]
    [TestCase("1", 201)]
    [TestCase("2", 20)]
    [TestCase("3", 500)]
    [TestCase("4", 5)]
    [TestCase("4", 60)]
    [TestCase("4", 111)]
    [TestCase("5", 1)]
    [TestCase("R1", 2000)]
    [TestCase("R3", 5)]
    [TestCase("R3", 1000)]
    [TestCase("R4", 60)]
    [TestCase("R4", 1000)]
    [TestCase("7", 1)]
    [TestCase("7", 500)]
    [TestCase("8", 3)]
    public void Interruption_inTheMiddleOfAStep_abortsTheRunAndLeavesNothingBehind(string step, int milliseconds) =>
        InterruptIn(step, TimeSpan.FromMilliseconds(milliseconds));

    [Test]
    public void Interruption_duringThePreparation_abortsTheRun()
    {
        using var stage = new FakeStage();
        stage.When<RunStarted>(_ => true, stage.Interrupt);

        var record = stage.Run(new PlanBuilder().Build());

        EventLine.Of(record.Events).Should().Equal("- RunStarted", "- RunEnded Aborted: The run was interrupted.");
        stage.Engine.Disposals.Should().Be(1);
    }

    [Test]
    public void Interruption_betweenSteps_abortsTheRun()
    {
        using var stage = new FakeStage();
        stage.When<StepCompleted>(completed => completed.Step == "3", stage.Interrupt);

        var record = stage.Run(new PlanBuilder().Build());

        record.Steps().Should().StartWith(["1 completed", "2 completed", "3 completed", "4 skipped Interrupted"]);
        record.Ending().Ending.Should().Be(RunEnding.Aborted);
    }

    [Test]
    public void Interruption_thatAnAdapterReportsAsTrouble_isStillAnInterruption()
    {
        using var stage = new FakeStage();
        stage.Traffic.Totals = _ =>
        {
            stage.Interrupt();
            throw new ControlException("generator", "it was in the middle of something.");
        };

        stage.Run(new PlanBuilder().Build()).Ending().Ending.Should().Be(RunEnding.Aborted);
    }

    [Test]
    public void Interruption_afterAFailure_keepsTheFailureInTheJournal()
    {
        using var stage = new FakeStage();
        stage.Gateway.RouteFailure = targets => targets.Any(target => target.Stamp.Release == "2.0") ? new ControlException("gateway", "it answered 500.") : null;
        stage.When<StepFailed>(_ => true, stage.Interrupt);

        var record = stage.Run(new PlanBuilder().Build());

        record.Steps().Should().Contain("5 failed Environment");
        record.Ending().Ending.Should().Be(RunEnding.Aborted);
    }

    private static void InterruptIn(string step, TimeSpan after)
    {
        using var stage = new FakeStage();
        stage.Traffic.Status = (server, _) => server.Release == "2.0" ? 500 : 200;
        stage.WhenStepRuns(step, stage.Interrupt, after);

        var record = stage.Run(new PlanBuilder().Build());

        var index = Array.IndexOf(All, step);
        record.Steps().Should().Equal(
            [.. All[..index].Select(done => $"{done} completed"), $"{step} broken off", .. All[(index + 1)..].Select(open => $"{open} skipped Interrupted")]);
        record.Ending().Should().BeEquivalentTo(new { Ending = RunEnding.Aborted, Cause = "The run was interrupted." });
        record.Ending().LeftBehind.Should().BeEmpty();
        record.All<StepFailed>().Should().BeEmpty();
        record.All<InstanceDied>().Should().BeEmpty();
        stage.Engine.Disposals.Should().Be(1);
        stage.Engine.Instances.Should().NotContain(instance => !instance.HasEnded);
    }
}
