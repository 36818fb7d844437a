using System.Collections.Immutable;
using System.Runtime.InteropServices;
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

    internal static TrafficOutcomes Of(ImmutableArray<Sample> samplesByDue, StampTable stamps) => new()
    {
        Total = OutcomeCounts.Of(samplesByDue),
        ByInstance = CountByInstance(samplesByDue, stamps),
        PerSecond = CountBySecond(samplesByDue),
    };

    private static ImmutableSortedDictionary<string, OutcomeCounts> CountByInstance(ImmutableArray<Sample> samples, StampTable stamps)
    {
        var byInstance = new Dictionary<string, Dictionary<OutcomeKind, long>>();
        foreach (var sample in samples)
        {
            if (stamps.ServerOf(sample) is { } server)
            {
                ref var counts = ref CollectionsMarshal.GetValueRefOrAddDefault(byInstance, server.Instance, out _);
                counts ??= [];
                CollectionsMarshal.GetValueRefOrAddDefault(counts, OutcomeKind.Of(sample), out _)++;
            }
        }

        return byInstance.ToImmutableSortedDictionary(one => one.Key, one => OutcomeCounts.Of(one.Value), StringComparer.Ordinal);
    }

    private static ImmutableArray<SecondOutcomes> CountBySecond(ImmutableArray<Sample> samplesByDue)
    {
        var seconds = ImmutableArray.CreateBuilder<SecondOutcomes>();
        for (var index = 0; index < samplesByDue.Length;)
        {
            var second = samplesByDue[index].Due.Ticks / TimeSpan.TicksPerSecond;
            var counts = new Dictionary<OutcomeKind, long>();
            for (; index < samplesByDue.Length && samplesByDue[index].Due.Ticks / TimeSpan.TicksPerSecond == second; index++)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, OutcomeKind.Of(samplesByDue[index]), out _)++;
            }

            seconds.Add(new SecondOutcomes(TimeSpan.FromSeconds(second), OutcomeCounts.Of(counts)));
        }

        return seconds.ToImmutable();
    }
}
