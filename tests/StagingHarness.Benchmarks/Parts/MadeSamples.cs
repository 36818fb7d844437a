using StagingHarness.Protocols.Arrivals;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Benchmarks.Parts;

/// <summary>Samples as traffic has them: evenly due, with latencies that are drawn.</summary>
internal static class MadeSamples
{
    private const int PerSecond = 2_000;

    public static Sample[] Of(int count)
    {
        var draws = new SplitMix64(1);
        var samples = new Sample[count];
        for (var index = 0; index < count; index++)
        {
            samples[index] = new Sample
            {
                DueNanoseconds = index * (1_000_000_000L / PerSecond),
                SendDelayMicroseconds = (uint)draws.Below(100),
                LatencyMicroseconds = 200 + (uint)draws.Below(20_000),
                Status = 200,
                Answerer = Answerer.App,
                Failure = Failure.None,
                Route = 0,
                Stamp = 1,
                Sequence = (uint)index,
            };
        }

        return samples;
    }
}
