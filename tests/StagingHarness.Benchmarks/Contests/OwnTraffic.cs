using System.Collections.Immutable;
using System.Text;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Traffic;
using StagingHarness.Execution.Traffic;
using StagingHarness.Protocols.Arrivals;
using StagingHarness.Protocols.Generator;

namespace StagingHarness.Benchmarks.Contests;

/// <summary>One order to the harness's own generator, over its control connection.</summary>
internal sealed class OwnTraffic(Stream control, int processId, string token)
{
    /// <summary>Room between the word that the schedule begins and its first moment.</summary>
    private static readonly TimeSpan Lead = TimeSpan.FromMilliseconds(20);

    private readonly FrameReader _reader = new(control);

    /// <summary>Processor time that its start and warm-up took.</summary>
    public TimeSpan SpentBefore { get; private set; }

    /// <summary>Flows until what happens meanwhile has happened; ends with the totals, which were held against the samples.</summary>
    /// <param name="load">What is sent, by a rate.</param>
    /// <param name="warmUpRequests">So many before the schedule begins.</param>
    /// <param name="sink">Gets the samples as they come, read as a run reads them.</param>
    /// <param name="meanwhile">Begins with the schedule; its argument is the reading of the clock from which the times of samples count.</param>
    /// <exception cref="InvalidOperationException">The generator was not warm.</exception>
    /// <exception cref="ControlException">It tells of a problem, or its totals do not add up.</exception>
    public async Task<TrafficTotals> RunAsync(Load load, int warmUpRequests, ISampleSink sink, Func<long, Task> meanwhile)
    {
        using var writer = new FrameWriter(control);
        await writer.WriteAsync(FrameType.Hello, Encoding.UTF8.GetBytes(token), CancellationToken.None);
        var order = OrderOf(load, warmUpRequests);
        await writer.WriteAsync(FrameType.Order, GeneratorJson.Write(order, GeneratorJson.Default.GeneratorOrder), CancellationToken.None);
        DemandWarm(await _reader.ReadAsync(CancellationToken.None));
        SpentBefore = ProcessorTime.Of(processId);
        var begin = new GeneratorBegin((long)(TimeProvider.System.GetElapsedTime(order.EpochTimestamp).TotalNanoseconds + Lead.TotalNanoseconds));
        await writer.WriteAsync(FrameType.Begin, GeneratorJson.Write(begin, GeneratorJson.Default.GeneratorBegin), CancellationToken.None);
        var reading = new SampleStream(_reader, sink, static () => { }).ReadToTotalsAsync(CancellationToken.None);
        await meanwhile(order.EpochTimestamp);
        await writer.WriteAsync(FrameType.Stop, ReadOnlyMemory<byte>.Empty, CancellationToken.None);
        return await reading;
    }

    private static GeneratorOrder OrderOf(Load load, int warmUpRequests)
    {
        var perSecond = load.PerSecond ?? throw new ArgumentException("The generator sends on a schedule only.", nameof(load));
        return new GeneratorOrder
        {
            Target = load.Target,
            Routes = [],
            Requests = [new GeneratorRequest { Route = 0, Method = "GET", Path = "/" }],
            Seed = 1,
            Headers = ImmutableSortedDictionary<string, string>.Empty,
            Arrivals = ArrivalOrder.Evenly(perSecond),
            Timeout = TimeSpan.FromSeconds(10),
            Connections = load.Connections,
            WarmUpRequests = warmUpRequests,
            EpochTimestamp = TimeProvider.System.GetTimestamp(),
            TimestampFrequency = TimeProvider.System.TimestampFrequency,
        };
    }

    private static void DemandWarm(Frame? frame)
    {
        switch (frame)
        {
            case { Type: FrameType.Warm }:
                return;
            case { Type: FrameType.Problem } problem:
                throw new InvalidOperationException($"The generator says: {Encoding.UTF8.GetString(problem.Payload.Span)}");
            case { } other:
                throw new InvalidOperationException($"The generator sent frame '{other.Type}' out of its turn.");
            case null:
                throw new InvalidOperationException("The generator left before it was warm.");
        }
    }
}
