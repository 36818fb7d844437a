using StagingHarness.Execution.Ports.Traffic;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Benchmarks.Contests;

/// <summary>How late requests left, and how many were answered rightly.</summary>
internal sealed class SendDelays : ISampleSink
{
    private readonly List<uint> _microseconds = [];

    public long Right { get; private set; }

    public void OnStamp(int stamp, ServerStamp server)
    {
        // Who answered is the same all the time.
    }

    public void OnSamples(ReadOnlySpan<Sample> samples)
    {
        foreach (var sample in samples)
        {
            _microseconds.Add(sample.SendDelayMicroseconds);
            Right += sample.Right ? 1 : 0;
        }
    }

    /// <summary>Of all that came; asked for when no more comes.</summary>
    public Jitter ToJitter() => Jitter.Of(_microseconds);
}
