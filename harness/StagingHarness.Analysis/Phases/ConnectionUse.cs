using System.Collections.Immutable;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Analysis.Phases;

/// <summary>How many requests were on their way at a moment, on all connections together.</summary>
internal sealed class ConnectionUse
{
    private readonly TimeSpan[] sent;
    private readonly TimeSpan[] done;

    public ConnectionUse(ImmutableArray<Sample> samples)
    {
        sent = [.. samples.Select(sample => sample.Due + DelayOf(sample)).Order()];
        done = [.. samples.Select(sample => sample.Done).Order()];
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
