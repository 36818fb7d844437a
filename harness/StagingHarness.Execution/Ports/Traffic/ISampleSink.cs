using StagingHarness.Protocols.Samples;

namespace StagingHarness.Execution.Ports.Traffic;

/// <summary>Takes samples as they come, in the order in which answers came; called from one thread at a time.</summary>
public interface ISampleSink
{
    /// <summary>Comes before the first sample that carries the stamp.</summary>
    void OnStamp(int stamp, ServerStamp server);

    void OnSamples(ReadOnlySpan<Sample> samples);
}
