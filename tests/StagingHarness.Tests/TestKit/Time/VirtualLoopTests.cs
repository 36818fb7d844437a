using FluentAssertions;
using NUnit.Framework;
using StagingHarness.TestKit.Time;

namespace StagingHarness.Tests.TestKit.Time;

public sealed class VirtualLoopTests
{
    [Test]
    public void Timers_fireInTheOrderOfTheirMoments()
    {
        var loop = new VirtualLoop();
        List<string> seen = [];

        loop.Run(() => Task.WhenAll(Note(3), Note(1), Note(2)), TimeSpan.FromMinutes(1), () => "");

        seen.Should().Equal("1 at 00:00:01", "2 at 00:00:02", "3 at 00:00:03");

        async Task Note(int second)
        {
            await Task.Delay(TimeSpan.FromSeconds(second), loop.Time, CancellationToken.None);
            seen.Add($"{second} at {loop.Time.Now}");
        }
    }

    [Test]
    public void Timer_thatIsDisposed_doesNotMoveTime()
    {
        var loop = new VirtualLoop();

        loop.Run(
            async () =>
            {
                using var deadline = new CancellationTokenSource(TimeSpan.FromHours(1), loop.Time);
                await Task.Delay(TimeSpan.FromSeconds(1), loop.Time, deadline.Token);
            },
            TimeSpan.FromMinutes(1),
            () => "");

        loop.Time.Now.Should().Be(TimeSpan.FromSeconds(1));
        loop.Time.TryJump().Should().BeFalse();
    }

    [Test]
    public void Work_thatWaitsForNothing_isAHangThatSaysWhatWasSeen()
    {
        var run = () => new VirtualLoop().Run(() => new TaskCompletionSource().Task, TimeSpan.FromMinutes(1), () => "the last event");

        run.Should().Throw<VirtualHangException>().WithMessage("*no timer is set. Last seen:*the last event");
    }

    [Test]
    public void Work_thatTakesTooLong_isAHang()
    {
        var loop = new VirtualLoop();

        var run = () => loop.Run(() => Forever(loop.Time), TimeSpan.FromMinutes(1), () => "the last event");

        run.Should().Throw<VirtualHangException>().WithMessage("*it was not done within 00:01:00*");

        static async Task Forever(TimeProvider time)
        {
            while (true)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), time, CancellationToken.None);
            }
        }
    }

    [Test]
    public void Work_thatTurnsWithoutWaiting_isAHang()
    {
        var run = () => new VirtualLoop().Run(Spin, TimeSpan.FromMinutes(1), () => "the last event");

        run.Should().Throw<VirtualHangException>().WithMessage("*turns round and round*");

        static async Task Spin()
        {
            while (true)
            {
                await Task.Yield();
            }
        }
    }

    [Test]
    public void Failure_ofTheWork_isThrown()
    {
        var run = () => new VirtualLoop().Run(() => throw new InvalidDataException("wrong"), TimeSpan.FromMinutes(1), () => "");

        run.Should().Throw<InvalidDataException>().WithMessage("wrong");
    }
}
