using StagingHarness.Analysis.Ordering;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Analysis.Phases;

/// <summary>How many requests were on their way at a moment, on all connections together.</summary>
internal sealed class ConnectionUse
{
    private readonly TimeSpan[] sent;
    private readonly TimeSpan[] done;

    public ConnectionUse(OrderedSamples samples)
    {
        (sent, done) = (new TimeSpan[samples.Count], new TimeSpan[samples.Count]);
        for (var index = 0; index < samples.Count; index++)
        {
            (sent[index], done[index]) = (samples[index].Due + DelayOf(samples[index]), samples[index].Done);
        }

        Array.Sort(sent);
        Array.Sort(done);
    }

    /// <summary>How long after it was due a request left.</summary>
    public static TimeSpan DelayOf(Sample sample) => TimeSpan.FromMicroseconds(sample.SendDelayMicroseconds);

    public int At(TimeSpan moment) => CountUntil(sent, moment) - CountUntil(done, moment);

    private static int CountUntil(TimeSpan[] moments, TimeSpan moment)
    {
        var (low, high) = (0, moments.Length);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = moments[middle] <= moment ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
