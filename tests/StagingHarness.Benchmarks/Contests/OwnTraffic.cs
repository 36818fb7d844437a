using System.Collections.Immutable;
using System.Text;
using StagingHarness.Protocols.Arrivals;
using StagingHarness.Protocols.Generator;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Benchmarks.Contests;

/// <summary>One order to the harness's own generator, over its control connection.</summary>
internal sealed class OwnTraffic(Stream control, int processId, string token)
{
    /// <summary>Room between the word that the schedule begins and its first moment.</summary>
    private static readonly TimeSpan Lead = TimeSpan.FromMilliseconds(20);

    private readonly FrameReader _reader = new(control);
    private readonly List<uint> _delays = [];
    private long _right;
    private long _scheduled;

    /// <summary>Processor time that its start and warm-up took.</summary>
    public TimeSpan SpentBefore { get; private set; }

    /// <summary>Ends with the totals.</summary>
    /// <exception cref="InvalidOperationException">The generator tells of a problem, or left.</exception>
    public async Task RunAsync(Load load, TimeSpan warmUp)
    {
        using var writer = new FrameWriter(control);
        await writer.WriteAsync(FrameType.Hello, Encoding.UTF8.GetBytes(token), CancellationToken.None);
        var order = OrderOf(load, warmUp);
        await writer.WriteAsync(FrameType.Order, GeneratorJson.Write(order, GeneratorJson.Default.GeneratorOrder), CancellationToken.None);
        Demand(await _reader.ReadAsync(CancellationToken.None), FrameType.Warm);
        SpentBefore = ProcessorTime.Of(processId);
        var begin = new GeneratorBegin((long)(TimeProvider.System.GetElapsedTime(order.EpochTimestamp).TotalNanoseconds + Lead.TotalNanoseconds));
        await writer.WriteAsync(FrameType.Begin, GeneratorJson.Write(begin, GeneratorJson.Default.GeneratorBegin), CancellationToken.None);
        var reading = ReadToTotalsAsync();
        await Task.Delay(load.Duration, TimeProvider.System, CancellationToken.None);
        await writer.WriteAsync(FrameType.Stop, ReadOnlyMemory<byte>.Empty, CancellationToken.None);
        _scheduled = (await reading).Scheduled;
    }

    /// <param name="spent">Processor time of the whole process, now that it has ended.</param>
    public Score Score(TimeSpan spent) => Contests.Score.Of(spent - SpentBefore, _right, _scheduled - _right, Jitter.Of(_delays));

    private static GeneratorOrder OrderOf(Load load, TimeSpan warmUp)
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
            WarmUpRequests = load.Connections + (int)(perSecond * warmUp.TotalSeconds),
            EpochTimestamp = TimeProvider.System.GetTimestamp(),
            TimestampFrequency = TimeProvider.System.TimestampFrequency,
        };
    }

    private async Task<GeneratorTotals> ReadToTotalsAsync()
    {
        while (true)
        {
            var frame = Demand(await _reader.ReadAsync(CancellationToken.None), FrameType.Samples, FrameType.Totals);
            if (frame.Type == FrameType.Totals)
            {
                return GeneratorJson.Read(frame, GeneratorJson.Default.GeneratorTotals);
            }

            for (var offset = 0; offset < frame.Payload.Length; offset += Sample.Size)
            {
                var sample = Sample.ReadFrom(frame.Payload.Span[offset..]);
                _delays.Add(sample.SendDelayMicroseconds);
                _right += sample.Right ? 1 : 0;
            }
        }
    }

    private static Frame Demand(Frame? frame, params FrameType[] expected) => frame switch
    {
        { } came when expected.Contains(came.Type) => came,
        { Type: FrameType.Problem } problem => throw new InvalidOperationException($"The generator says: {Encoding.UTF8.GetString(problem.Payload.Span)}"),
        { } other => throw new InvalidOperationException($"The generator sent frame '{other.Type}' out of its turn."),
        null => throw new InvalidOperationException("The generator left before its totals."),
    };
}
