using System.Collections.Immutable;
using StagingHarness.Execution.Ports.Traffic;
using StagingHarness.Execution.Stages;
using StagingHarness.Protocols.Generator;

namespace StagingHarness.Execution.Traffic;

/// <summary>
/// One generator, or several that share one schedule: all of them warm up, then it begins for all at the same moment, and each sends its share
/// of the positions.
/// </summary>
internal sealed class Generators(ImmutableArray<GeneratorClient> clients, TimeProvider timeProvider) : ITraffic
{
    /// <summary>Room between the word that the schedule begins and its first moment.</summary>
    private static readonly TimeSpan Lead = TimeSpan.FromMilliseconds(20);

    public async Task<ITrafficSession> StartAsync(TrafficOrder order, ISampleSink sink, CancellationToken cancellationToken)
    {
        var warm = new WarmGenerator?[clients.Length];
        var sessions = new List<GeneratorSession>();
        try
        {
            await Together.WhenAllAsync(clients.Select(async (client, index) =>
                warm[index] = await client.WarmUpAsync(order, new GeneratorShare(index, clients.Length), cancellationToken)));
            var firstDue = timeProvider.GetElapsedTime(order.EpochTimestamp) + Lead;
            var merge = new SampleMerge(sink);
            foreach (var generator in warm)
            {
                sessions.Add(await generator!.BeginAsync(firstDue, clients.Length == 1 ? sink : merge.Add(), cancellationToken));
            }

            await UntilAsync(firstDue, order.EpochTimestamp, cancellationToken);
            return sessions is [var only] ? only : new SharedSession([.. sessions]);
        }
        catch
        {
            foreach (var session in sessions)
            {
                await session.DisposeAsync();
            }

            throw;
        }
        finally
        {
            foreach (var generator in warm)
            {
                generator?.Dispose();
            }
        }
    }

    private async Task UntilAsync(TimeSpan firstDue, long epochTimestamp, CancellationToken cancellationToken)
    {
        // Timers count whole milliseconds and round down, and nothing may be told to have begun before it has.
        while (firstDue - timeProvider.GetElapsedTime(epochTimestamp) is var left && left > TimeSpan.Zero)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)), timeProvider, cancellationToken);
        }
    }
}
