using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Stages;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Units;
using StagingHarness.TestKit.Time;

namespace StagingHarness.Tests.Execution.Stages;

public sealed class RunClockTests
{
    private static readonly ClockPlan Plan = new() { Start = new IncidentTime(835), Minute = TimeSpan.FromSeconds(2) };

    [Test]
    public void IncidentTime_isReadFromTheMomentWhenTheIncidentStarted()
    {
        var clock = new RunClock(new VirtualTime(), Plan);
        clock.StartIncident(TimeSpan.FromSeconds(7));

        clock.ElapsedAt(new IncidentTime(840)).Should().Be(TimeSpan.FromSeconds(17));
    }

    [Test]
    public void IncidentTime_beforeTheTraffic_isADefect()
    {
        var ask = () => new RunClock(new VirtualTime(), Plan).ElapsedAt(new IncidentTime(840));

        ask.Should().Throw<InvalidOperationException>().WithMessage("The incident's clock does not run before the traffic does.");
    }

    [Test]
    public void Wait_endsAtItsMomentAndNotBefore()
    {
        var loop = new VirtualLoop();
        var clock = new RunClock(loop.Time, Plan);

        loop.Run(() => clock.WaitUntilAsync(TimeSpan.FromMilliseconds(1500), CancellationToken.None), TimeSpan.FromMinutes(1), () => "");

        loop.Time.Now.Should().Be(TimeSpan.FromMilliseconds(1500));
    }

    [Test]
    public void Wait_forPartOfAMillisecond_isNotCutShort()
    {
        var loop = new VirtualLoop();
        var clock = new RunClock(loop.Time, Plan);

        loop.Run(() => clock.WaitAsync(TimeSpan.FromMicroseconds(300), CancellationToken.None), TimeSpan.FromMinutes(1), () => "");

        clock.Elapsed.Should().Be(TimeSpan.FromMilliseconds(1));
    }

    [Test]
    public async Task Wait_whoseMomentHasPassed_noticesCancellation()
    {
        var clock = new RunClock(new VirtualTime(), Plan);

        var wait = () => clock.WaitUntilAsync(TimeSpan.Zero, new CancellationToken(canceled: true));

        await wait.Should().ThrowAsync<OperationCanceledException>();
    }
}
