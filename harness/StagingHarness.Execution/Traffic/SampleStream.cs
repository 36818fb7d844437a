using System.Text;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Traffic;
using StagingHarness.Protocols.Generator;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Execution.Traffic;

/// <summary>Reads what a generator sends after its start, passes samples on, and counts them against its totals.</summary>
/// <param name="reader">Of the generator's frames.</param>
/// <param name="sink">Gets the samples.</param>
/// <param name="onRenewed">Called when the generator carries the headers that it was told last.</param>
internal sealed class SampleStream(FrameReader reader, ISampleSink sink, Action onRenewed)
{
    private long _received;
    private int _lastStamp;

    /// <exception cref="ControlException">The generator tells of a problem, or its totals do not add up.</exception>
    /// <exception cref="RecordNotWrittenException">What came could not be written.</exception>
    /// <exception cref="EndOfStreamException">The connection was closed before the totals.</exception>
    /// <exception cref="FrameException">What came is not what a generator sends.</exception>
    public async Task<TrafficTotals> ReadToTotalsAsync(CancellationToken cancellationToken)
    {
        while (await reader.ReadAsync(cancellationToken) is { } frame)
        {
            switch (frame.Type)
            {
                case FrameType.Samples:
                    TakeSamples(frame.Payload.Span);
                    break;
                case FrameType.StampDefined:
                    TakeStamp(GeneratorJson.Read(frame, GeneratorJson.Default.StampDefinition));
                    break;
                case FrameType.HeadersRenewed:
                    onRenewed();
                    break;
                case FrameType.Totals:
                    return Check(GeneratorJson.Read(frame, GeneratorJson.Default.GeneratorTotals));
                case FrameType.Problem:
                    throw new ControlException("generator", Encoding.UTF8.GetString(frame.Payload.Span));
                case FrameType.Hello:
                case FrameType.Order:
                case FrameType.RenewHeaders:
                case FrameType.Stop:
                case FrameType.Begin:
                case FrameType.Warm:
                    throw new FrameException($"Frame '{frame.Type}' came while the traffic flows.");
            }
        }

        throw new EndOfStreamException("The control connection was closed before the totals came.");
    }

    private void TakeStamp(StampDefinition definition)
    {
        if (definition.Stamp != _lastStamp + 1)
        {
            throw new FrameException($"Stamp {definition.Stamp} came after stamp {_lastStamp}; stamps are numbered without a gap.");
        }

        _lastStamp = definition.Stamp;
        Pass(() => sink.OnStamp(definition.Stamp, definition.Server));
    }

    /// <summary>A disk that is full is no lost generator: trouble of the sink is told as its own.</summary>
    private static void Pass(Action toSink)
    {
        try
        {
            toSink();
        }
        catch (IOException exception)
        {
            throw new RecordNotWrittenException(exception);
        }
    }

    private void TakeSamples(ReadOnlySpan<byte> payload)
    {
        if (payload.Length % Sample.Size != 0)
        {
            throw new FrameException($"A frame with samples has {payload.Length} bytes, which is no multiple of {Sample.Size}.");
        }

        var samples = new Sample[payload.Length / Sample.Size];
        for (var index = 0; index < samples.Length; index++)
        {
            samples[index] = Sample.ReadFrom(payload[(index * Sample.Size)..]);
            if (samples[index].Stamp > _lastStamp)
            {
                throw new FrameException($"A sample carries stamp {samples[index].Stamp}, which was not defined before.");
            }
        }

        _received += samples.Length;
        Pass(() => sink.OnSamples(samples));
    }

    private TrafficTotals Check(GeneratorTotals totals)
    {
        if (totals.Scheduled != totals.Answered + totals.Unanswered + totals.Dropped
            || _received != totals.Answered + totals.Unanswered)
        {
            throw new ControlException(
                "generator",
                $"its totals do not add up: {totals.Scheduled} scheduled, {totals.Answered} answered, {totals.Unanswered} "
                + $"unanswered, {totals.Dropped} dropped, and {_received} samples came. The run cannot be judged; run it again.");
        }

        return new TrafficTotals(totals.Scheduled, totals.Answered, totals.Unanswered, totals.Dropped, totals.Connections, totals.UnfinishedJourneys)
        {
            Spoken = totals.Spoken.IsEmpty ? null : totals.Spoken,
        };
    }
}
