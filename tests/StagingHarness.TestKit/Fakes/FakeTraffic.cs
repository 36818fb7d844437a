using System.Collections.Immutable;
using StagingHarness.Execution.Ports.Traffic;
using StagingHarness.Protocols.Generator;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.TestKit.Fakes;

/// <summary>
/// A generator that sends on schedule, one request after the other: the gateway's next target answers with the status of a
/// simple model. A server that has ended gets 502 from the gateway, and no target gets 503 from it.
/// It serves one order, and ends with it.
/// </summary>
public sealed class FakeTraffic(FakeEngine engine, FakeGateway gateway, TimeProvider time) : ITraffic
{
    /// <summary>From due to the whole answer; shorter than the time between two requests.</summary>
    public TimeSpan Latency { get; set; } = TimeSpan.FromMilliseconds(5);

    /// <summary>Status of an answer, by who gives it and when the request was due (real time since the first one); 0 is no answer.</summary>
    public Func<ServerStamp, TimeSpan, int> Status { get; set; } = (_, _) => 200;

    /// <summary>How late it says that it woke up.</summary>
    public PacerLateness Lateness { get; set; } = new(200, 22_000, 310_000);

    /// <summary>Totals that it tells, given the true ones.</summary>
    public Func<TrafficTotals, TrafficTotals> Totals { get; set; } = totals => totals;

    /// <summary>Thrown when it is started; null lets it start.</summary>
    public Exception? StartFailure { get; set; }

    /// <summary>Thrown when it is stopped; null lets it stop.</summary>
    public Exception? StopFailure { get; set; }

    /// <summary>Thrown when it is disposed; null throws nothing.</summary>
    public Exception? DisposeFailure { get; set; }

    /// <summary>The traffic, once it was started.</summary>
    public FakeTrafficSession? Session { get; private set; }

    public TrafficOrder? Order { get; private set; }

    /// <summary>The generators themselves, which end with their traffic; none before they stand on a stage.</summary>
    internal ImmutableArray<FakeInstance> Instances { get; set; } = [];

    public async Task<ITrafficSession> StartAsync(TrafficOrder order, ISampleSink sink, CancellationToken cancellationToken)
    {
        Order = order;
        await Task.Delay(TimeSpan.FromMilliseconds(50), time, cancellationToken);
        if (StartFailure is { } failure)
        {
            throw failure;
        }

        Session = new FakeTrafficSession(this, order, sink, time);
        return Session;
    }

    internal (Answerer Answerer, int Status, ServerStamp? Stamp) Answer(TimeSpan sinceFirst)
    {
        if (gateway.TakeTurn() is not { } target)
        {
            return (Answerer.Gateway, 503, null);
        }

        if (engine.Instances.SingleOrDefault(instance => instance.StageAddressOf("http") == target.Address) is { HasEnded: true })
        {
            return (Answerer.Gateway, 502, null);
        }

        return Status(target.Stamp, sinceFirst) is var status and not 0
            ? (Answerer.App, status, target.Stamp)
            : (Answerer.Nobody, 0, null);
    }
}
