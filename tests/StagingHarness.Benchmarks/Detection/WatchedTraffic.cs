using System.Collections.Immutable;
using StagingHarness.Benchmarks.Contests;
using StagingHarness.Execution.Running;

namespace StagingHarness.Benchmarks.Detection;

/// <summary>Traffic of the real generator to a real server, watched as it flows.</summary>
internal sealed class WatchedTraffic(ServerProcess server, string[] generator, CorePair cores)
{
    private const int Connections = 32;

    /// <summary>Bounds everything that is waited for.</summary>
    private static readonly TimeSpan FireWithin = TimeSpan.FromSeconds(5);

    /// <summary>Between rounds, with right answers alone.</summary>
    private static readonly TimeSpan Healthy = TimeSpan.FromMilliseconds(300);

    /// <summary>One wrong answer after the other from some moment on, over and over; the watch is armed while all are right.</summary>
    /// <exception cref="TimeoutException">It did not fire.</exception>
    public async Task<Stretch> DieAsync(int perSecond, int rounds, LiveWatch watch)
    {
        var counted = new CountedSamples([watch]);
        return await FlowAsync(perSecond, counted, [watch], async epoch =>
        {
            counted.Begin(TimeProvider.System.GetElapsedTime(epoch));
            for (var round = 0; round < rounds; round++)
            {
                await server.AnswerWronglyAsync(0);
                var fired = watch.Arm(TimeProvider.System.GetElapsedTime(epoch), epoch);
                await Task.Delay(Healthy, TimeProvider.System, CancellationToken.None);
                await server.AnswerWronglyAsync(1);
                await fired.WaitAsync(FireWithin, TimeProvider.System, CancellationToken.None);
            }
        });
    }

    /// <summary>So large a share, 0 to 1, all the time; all are armed as it begins.</summary>
    public async Task<Stretch> HoldAsync(int perSecond, TimeSpan duration, double share, ImmutableArray<LiveWatch> watches)
    {
        var counted = new CountedSamples(watches);
        return await FlowAsync(perSecond, counted, watches, async epoch =>
        {
            await server.AnswerWronglyAsync(share);
            var from = TimeProvider.System.GetElapsedTime(epoch);
            counted.Begin(from);
            foreach (var watch in watches)
            {
                _ = watch.Arm(from, epoch);
            }

            await Task.Delay(duration, TimeProvider.System, CancellationToken.None);
        });
    }

    private async Task<Stretch> FlowAsync(int perSecond, CountedSamples counted, ImmutableArray<LiveWatch> watches, Func<long, Task> meanwhile)
    {
        await server.AnswerWronglyAsync(0);
        await using var own = await OwnGenerator.StartAsync(generator, cores.Client);
        var load = new Load(server.Address, perSecond, TimeSpan.Zero, Connections);
        var totals = await own.Traffic.RunAsync(load, TrafficControl.WarmUpRequests, counted, meanwhile);
        await own.WaitForEndAsync();
        return new Stretch(counted.Seen, counted.Wrong, counted.Unanswered, totals.Dropped, watches);
    }
}
