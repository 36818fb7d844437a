using FluentAssertions;
using NUnit.Framework;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.Scenarios.Units;
using StagingHarness.TestKit.Fakes;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.Tests.Execution.Running;

public sealed class TimingTests
{
    [Test]
    public void Step_doneEarly_lastsItsScriptedMinimumWithoutOverrun()
    {
        using var stage = new FakeStage();

        var record = stage.Run(new PlanBuilder().WithStep(StagingThatTakes(minutes: 3)).Build());

        var staged = record.Completion("4");
        staged.Scripted.Should().Be(TimeSpan.FromSeconds(3));
        staged.Took.Should().Be(TimeSpan.FromSeconds(3));
        staged.Overrun.Should().Be(TimeSpan.Zero);
    }

    [Test]
    public void Step_doneLate_showsWhatItTookBeyondTheScriptedMinimum()
    {
        using var stage = new FakeStage();
        stage.Engine.StartTakes = _ => TimeSpan.FromSeconds(4);

        var record = stage.Run(new PlanBuilder().WithStep(StagingThatTakes(minutes: 3)).Build());

        // Placed in 10 ms, started in 4 s, attested in 2 ms.
        var staged = record.Completion("4");
        staged.Took.Should().Be(TimeSpan.FromMilliseconds(4012));
        staged.Overrun.Should().Be(TimeSpan.FromMilliseconds(1012));
    }

    [Test]
    public void Step_withoutAScriptedMinimum_hasNoOverrun()
    {
        using var stage = new FakeStage();

        var staged = stage.Run(new PlanBuilder().Build()).Completion("4");

        staged.Scripted.Should().Be(TimeSpan.Zero);
        staged.Took.Should().Be(TimeSpan.FromMilliseconds(112));
        staged.Overrun.Should().Be(TimeSpan.Zero);
    }

    [Test]
    public void Restart_returnsTheTrafficWhenTheScriptedTimeIsOver()
    {
        using var stage = new FakeStage();
        stage.Traffic.Status = (server, _) => server.Release == "2.0" ? 500 : 200;

        var record = stage.Run(new PlanBuilder().Build());

        var routes = record.All<RoutesChanged>().Where(changed => changed.Step == "R4").ToList();
        routes[0].Targets.Should().BeEmpty();
        (routes[1].At - routes[0].At).Should().Be(TimeSpan.FromSeconds(2));
        record.Completion("R4").Overrun.Should().Be(TimeSpan.Zero);
    }

    [Test]
    public void Acknowledgement_takesItsTimeFromThePageOn()
    {
        using var stage = new FakeStage();
        stage.Traffic.Status = (server, _) => server.Release == "2.0" ? 500 : 200;

        var record = stage.Run(new PlanBuilder().Build());

        (record.Only<PageAcknowledged>().At - record.Only<PageSent>().At).Should().Be(TimeSpan.FromSeconds(5));
        record.Completion("R1").Took.Should().Be(TimeSpan.FromSeconds(5));
        record.Completion("R1").Overrun.Should().Be(TimeSpan.Zero);
    }

    [Test]
    public void Steps_withATime_beginAtItOnTheIncidentsClock()
    {
        using var stage = new FakeStage();

        var record = stage.Run(new PlanBuilder().Build());

        var first = record.Only<TrafficStarted>().At;
        (record.StartOf("4") - first).Should().Be(TimeSpan.FromSeconds(5));
        (record.StartOf("5") - first).Should().Be(TimeSpan.FromSeconds(10));
    }

    [Test]
    public void Step_whoseTimeHasPassed_beginsWhenTheOneAboveItHasEnded()
    {
        using var stage = new FakeStage();
        stage.Engine.StartTakes = order => TimeSpan.FromSeconds(order.Generation == 2 ? 8 : 0.1);

        var record = stage.Run(new PlanBuilder().Build());

        record.StartOf("5").Should().Be(record.Completion("4").At);
    }

    [Test]
    public void Watch_endedByAPage_hasNoOverrun()
    {
        using var stage = new FakeStage();
        stage.Traffic.Status = (server, _) => server.Release == "2.0" ? 500 : 200;

        var watched = stage.Run(new PlanBuilder().Build()).Completion("6");

        watched.Took.Should().BeLessThan(TimeSpan.FromSeconds(1));
        watched.Overrun.Should().Be(TimeSpan.Zero);
    }

    private static StepPlan StagingThatTakes(double minutes) => PlanBuilder.IncidentSteps[3] with { Takes = new IncidentDuration(minutes) };
}
