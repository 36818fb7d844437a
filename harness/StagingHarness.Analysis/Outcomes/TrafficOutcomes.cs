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

    internal static TrafficOutcomes Of(IReadOnlyList<Sample> samplesByDue, StampTable stamps)
    {
        var total = new OutcomeCounter();
        var byInstance = new SortedDictionary<string, OutcomeCounter>(StringComparer.Ordinal);
        var perSecond = new SortedDictionary<long, OutcomeCounter>();
        foreach (var sample in samplesByDue)
        {
            total.Add(sample);
            CounterOf(perSecond, sample.Due.Ticks / TimeSpan.TicksPerSecond).Add(sample);
            if (stamps.ServerOf(sample) is { } server)
            {
                CounterOf(byInstance, server.Instance).Add(sample);
            }
        }

        return new TrafficOutcomes
        {
            Total = total.ToCounts(),
            ByInstance = byInstance.ToImmutableSortedDictionary(one => one.Key, one => one.Value.ToCounts(), StringComparer.Ordinal),
            PerSecond = [.. perSecond.Select(second => new SecondOutcomes(TimeSpan.FromSeconds(second.Key), second.Value.ToCounts()))],
        };
    }

    private static OutcomeCounter CounterOf<TKey>(SortedDictionary<TKey, OutcomeCounter> counters, TKey key)
        where TKey : notnull
    {
        if (!counters.TryGetValue(key, out var counter))
        {
            counter = new OutcomeCounter();
            counters.Add(key, counter);
        }

        return counter;
    }
}
