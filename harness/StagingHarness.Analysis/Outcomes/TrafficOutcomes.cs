using System.Collections.Immutable;
using StagingHarness.Analysis.Ordering;
using StagingHarness.Analysis.Servers;

namespace StagingHarness.Analysis.Outcomes;

/// <summary>What the whole traffic got: in total, per instance and per second.</summary>
public sealed record TrafficOutcomes
{
    public required OutcomeCounts Total { get; init; }

    /// <summary>Only what an app server answered, by the instance that the gateway stamped.</summary>
    public required ImmutableSortedDictionary<string, OutcomeCounts> ByInstance { get; init; }

    /// <summary>Seconds in which requests were due, in order.</summary>
    public required ImmutableArray<SecondOutcomes> PerSecond { get; init; }

    internal static TrafficOutcomes Of(OrderedSamples samplesByDue, StampTable stamps)
    {
        var total = new OutcomeCounter();
        var byStamp = new OutcomeCounter?[stamps.End];
        var perSecond = ImmutableArray.CreateBuilder<SecondOutcomes>();
        for (var index = 0; index < samplesByDue.Count;)
        {
            var second = new OutcomeCounter();
            var from = TimeSpan.FromSeconds(samplesByDue[index].Due.Ticks / TimeSpan.TicksPerSecond);
            var end = samplesByDue.FirstSince(from + TimeSpan.FromSeconds(1));
            foreach (ref readonly var sample in new SampleRange(samplesByDue, index, end))
            {
                second.Add(sample);
                if (sample.Stamp < byStamp.Length)
                {
                    (byStamp[sample.Stamp] ??= new OutcomeCounter()).Add(sample);
                }
            }

            total.Add(second);
            perSecond.Add(new SecondOutcomes(from, second.ToCounts()));
            index = end;
        }

        return new TrafficOutcomes { Total = total.ToCounts(), ByInstance = Together(byStamp, stamps), PerSecond = perSecond.ToImmutable() };
    }

    /// <summary>An instance has a stamp for each version that it ran.</summary>
    private static ImmutableSortedDictionary<string, OutcomeCounts> Together(OutcomeCounter?[] byStamp, StampTable stamps)
    {
        var byInstance = new SortedDictionary<string, OutcomeCounter>(StringComparer.Ordinal);
        for (var stamp = 0; stamp < byStamp.Length; stamp++)
        {
            if (byStamp[stamp] is not { } counted || stamps.ServerOf(stamp) is not { } server)
            {
                continue;
            }

            if (!byInstance.TryGetValue(server.Instance, out var ofInstance))
            {
                byInstance.Add(server.Instance, ofInstance = new OutcomeCounter());
            }

            ofInstance.Add(counted);
        }

        return byInstance.ToImmutableSortedDictionary(one => one.Key, one => one.Value.ToCounts(), StringComparer.Ordinal);
    }
}
