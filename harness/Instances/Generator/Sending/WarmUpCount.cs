using StagingHarness.Protocols.Samples;

namespace StagingHarness.Generator.Sending;

/// <summary>Counts the answers to warm-up requests and forgets the rest.</summary>
internal sealed class WarmUpCount : IOutcomeSink
{
    private int _answered;

    public int Answered => Volatile.Read(ref _answered);

    public void Add(in Measured measured)
    {
        if (measured.Outcome.Failure == Failure.None)
        {
            Interlocked.Increment(ref _answered);
        }
    }
}
