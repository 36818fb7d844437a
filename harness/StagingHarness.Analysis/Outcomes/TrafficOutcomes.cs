using System.Collections.Immutable;
using StagingHarness.Analysis.Servers;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Analysis.Outcomes;

/// <summary>What the whole traffic got: in total, per instance and per second.</summary>
public sealed record TrafficOutcomes
{
    public required OutcomeCounts Total { get; init; }

    /// <summary>Only what an app server answered, by the instance that the gateway stamped.</summary>
    public required ImmutableSortedDictionary<string, OutcomeCounts> ByInstance { get; init; }

    /// <summary>Seconds in which requests were due, in order.</summary>
    public required ImmutableArray<SecondOutcomes> PerSecond { get; init; }

    internal static TrafficOutcomes Of(IReadOnlyList<Sample> samplesByDue, StampTable stamps) => new()
    {
        Total = OutcomeCounts.Of(samplesByDue),
        ByInstance = samplesByDue
            .Where(sample => stamps.ServerOf(sample) is not null)
            .GroupBy(sample => stamps.ServerOf(sample)!.Instance)
            .ToImmutableSortedDictionary(same => same.Key, OutcomeCounts.Of, StringComparer.Ordinal),
        PerSecond =
        [
            .. samplesByDue
                .GroupBy(sample => sample.Due.Ticks / TimeSpan.TicksPerSecond)
                .OrderBy(second => second.Key)
                .Select(second => new SecondOutcomes(TimeSpan.FromSeconds(second.Key), OutcomeCounts.Of(second))),
        ],
    };
}
