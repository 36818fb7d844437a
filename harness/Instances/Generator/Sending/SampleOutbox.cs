using StagingHarness.Protocols.Generator;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Generator.Sending;

/// <summary>
/// Turns outcomes into samples and sends them on in the order in which they were done, each stamp before its first sample.
/// Memory is bounded: when the harness does not read, the traffic ends with an error rather than with a gap.
/// </summary>
internal sealed class SampleOutbox(FrameWriter writer, SessionFault fault, int capacity) : IOutcomeSink, IDisposable
{
    /// <summary>Samples that wait for the harness, at most: 16 MB, and as many that are being sent.</summary>
    public const int DefaultCapacity = 512 * 1024;

    /// <summary>Distinct servers, at most; a gateway never stamps that many.</summary>
    public const int LargestStamp = 4096;

    /// <summary>
    /// One write for what is done within this time. To wake up costs more than to send: at 2,000 requests per second, where each first sample woke up who
    /// sends it, and a timer 2 ms later, that took a fifth of the generator's processor time.
    /// </summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(10);

    private readonly Lock _lock = new();
    private readonly ManualResetEvent _completed = new(false);
    private readonly byte[] _buffer = new byte[Frame.LargestPayload / Sample.Size * Sample.Size];
    private readonly Dictionary<ServerStamp, ushort> _stamps = [];
    private List<StampDefinition> _newStamps = [];
    private List<Sample> _samples = [];
    private List<Sample> _spare = [];

    /// <summary>Answers by what the gateway saw spoken; read it when nothing is added any more.</summary>
    public SortedDictionary<string, long> Spoken { get; } = new(StringComparer.Ordinal);

    public long Answered { get; private set; }

    public long Unanswered { get; private set; }

    public void Add(in Measured measured)
    {
        lock (_lock)
        {
            if (_samples.Count == capacity)
            {
                fault.Raise(new GeneratorException(
                    $"The harness left {capacity} samples unread; give it more processor time, or lower the traffic rate."));
                return;
            }

            _samples.Add(ToSample(measured, StampOf(measured.Outcome.Server)));
            Count(measured.Outcome);
        }
    }

    /// <summary>Nothing is added any more.</summary>
    public void Complete() => _completed.Set();

    /// <summary>Sends what gathers, on the calling thread, until completed and empty.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled; what was not sent is lost.</exception>
    /// <exception cref="IOException">The connection to the harness is gone.</exception>
    public void Run(CancellationToken cancellationToken)
    {
        bool last;
        do
        {
            last = _completed.WaitOne(Gathering);
            SendGathered(cancellationToken);
        }
        while (!last);
    }

    /// <summary>Sends what is there now, on the calling thread; one call at a time.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled; what was not sent is lost.</exception>
    /// <exception cref="IOException">The connection to the harness is gone.</exception>
    public void SendGathered(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        List<StampDefinition> stamps;
        List<Sample> samples;
        lock (_lock)
        {
            (stamps, _newStamps) = (_newStamps, []);
            (samples, _samples, _spare) = (_samples, _spare, _samples);
        }

        try
        {
            Send(stamps, samples, cancellationToken);
        }
        finally
        {
            samples.Clear();
        }
    }

    public void Dispose() => _completed.Dispose();

    private static Sample ToSample(in Measured measured, ushort stamp) => new()
    {
        DueNanoseconds = measured.Due,
        SendDelayMicroseconds = Microseconds(measured.Sent - measured.Due),
        LatencyMicroseconds = Microseconds(measured.Done - measured.Due),
        Status = (ushort)measured.Outcome.Status,
        Answerer = measured.Outcome.Answerer,
        Failure = measured.Outcome.Failure,
        Check = measured.Outcome.Check,
        Route = measured.Route,
        Stamp = stamp,
        Sequence = checked((uint)measured.Sequence),
    };

    private static uint Microseconds(long nanoseconds) => (uint)Math.Clamp(nanoseconds / 1000, 0, uint.MaxValue);

    private ushort StampOf(ServerStamp? server)
    {
        if (server is null)
        {
            return 0;
        }

        if (_stamps.TryGetValue(server, out var known))
        {
            return known;
        }

        if (_stamps.Count == LargestStamp)
        {
            fault.Raise(new GeneratorException(
                $"More than {LargestStamp} different servers are stamped on the answers; send the traffic through the gateway."));
            return 0;
        }

        var stamp = (ushort)(_stamps.Count + 1);
        _stamps.Add(server, stamp);
        _newStamps.Add(new StampDefinition(stamp, server));
        return stamp;
    }

    private void Count(in Outcome outcome)
    {
        if (outcome.Failure == Failure.None)
        {
            Answered++;
            if (outcome.Spoken is { } spoken)
            {
                Spoken[spoken] = Spoken.GetValueOrDefault(spoken) + 1;
            }
        }
        else
        {
            Unanswered++;
        }
    }

    private void Send(List<StampDefinition> stamps, List<Sample> samples, CancellationToken cancellationToken)
    {
        foreach (var stamp in stamps)
        {
            Write(FrameType.StampDefined, GeneratorJson.Write(stamp, GeneratorJson.Default.StampDefinition), cancellationToken);
        }

        var written = 0;
        for (var index = 0; index < samples.Count; index++)
        {
            samples[index].WriteTo(_buffer.AsSpan(written));
            written += Sample.Size;
            if (written == _buffer.Length || index == samples.Count - 1)
            {
                Write(FrameType.Samples, _buffer.AsMemory(0, written), cancellationToken);
                written = 0;
            }
        }
    }

    /// <summary>Also a harness that reads slowly is waited for here: what comes after it must not run on the thread that answers are measured on.</summary>
    private void Write(FrameType type, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken) =>
        writer.WriteAsync(type, payload, cancellationToken).AsTask().GetAwaiter().GetResult();
}
