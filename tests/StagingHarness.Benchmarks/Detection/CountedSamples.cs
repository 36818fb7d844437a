using System.Collections.Immutable;
using StagingHarness.Execution.Ports.Traffic;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Benchmarks.Detection;

/// <summary>Counts what came of the requests that were due from some moment on, and hands everything to those who watch.</summary>
internal sealed class CountedSamples(ImmutableArray<LiveWatch> watches) : ISampleSink
{
    private long _from = long.MaxValue;

    public long Seen { get; private set; }

    /// <summary>Answered wrongly by the server.</summary>
    public long Wrong { get; private set; }

    /// <summary>Not answered at all, which is nothing that the server was told to do.</summary>
    public long Unanswered { get; private set; }

    /// <summary>Only requests that are due at that moment or later count; since the epoch.</summary>
    public void Begin(TimeSpan from) => Volatile.Write(ref _from, from.Ticks * TimeSpan.NanosecondsPerTick);

    public void OnStamp(int stamp, ServerStamp server)
    {
        foreach (var watch in watches)
        {
            watch.OnStamp(stamp, server);
        }
    }

    public void OnSamples(ReadOnlySpan<Sample> samples)
    {
        var from = Volatile.Read(ref _from);
        foreach (var sample in samples)
        {
            if (sample.DueNanoseconds < from)
            {
                continue;
            }

            Seen++;
            Unanswered += sample.Failure == Failure.None ? 0 : 1;
            Wrong += sample.Failure == Failure.None && !sample.Right ? 1 : 0;
        }

        foreach (var watch in watches)
        {
            watch.OnSamples(samples);
        }
    }
}
