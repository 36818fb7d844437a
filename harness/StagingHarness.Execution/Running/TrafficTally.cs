using StagingHarness.Analysis.Outcomes;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Execution.Running;

/// <summary>Counts answers to requests that were due after a moment. One thread adds, any may read.</summary>
/// <param name="after">The moment, real time since the epoch.</param>
internal sealed class TrafficTally(TimeSpan after)
{
    private volatile TrafficCount count = TrafficCount.Empty;

    /// <summary>What has come so far.</summary>
    public TrafficCount Count => count;

    public void Add(Sample sample)
    {
        if (sample.Due > after)
        {
            count = count.With(sample, one => OutcomeKind.Of(one).ToString());
        }
    }
}
