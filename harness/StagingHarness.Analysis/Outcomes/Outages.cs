using System.Collections.Immutable;
using StagingHarness.Analysis.Ordering;

namespace StagingHarness.Analysis.Outcomes;

/// <summary>All stretches of wrong answers of a run.</summary>
public sealed record Outages
{
    /// <summary>Right answers for this long, unbroken, end an outage; less is part of it, as with a share of failures.</summary>
    internal static readonly TimeSpan Settled = TimeSpan.FromSeconds(1);

    /// <summary>In order.</summary>
    public required ImmutableArray<Outage> All { get; init; }

    /// <summary>Null when every answer was right.</summary>
    public Outage? Longest => All.OrderByDescending(outage => outage.Length).ThenBy(outage => outage.From).FirstOrDefault();

    /// <summary>Real time.</summary>
    public TimeSpan Total => All.Aggregate(TimeSpan.Zero, (sum, outage) => sum + outage.Length);

    internal static Outages Of(OrderedSamples samplesByDue, TimeSpan? trafficUntil)
    {
        var outages = ImmutableArray.CreateBuilder<Outage>();
        var index = 0;
        while (index < samplesByDue.Count)
        {
            if (samplesByDue[index].Right)
            {
                index++;
                continue;
            }

            var afterLastWrong = AfterLastWrong(samplesByDue, index);
            var ended = afterLastWrong < samplesByDue.Count;
            outages.Add(new Outage
            {
                From = samplesByDue[index].Due,
                Until = ended ? samplesByDue[afterLastWrong].Due : trafficUntil ?? samplesByDue[^1].Done,
                Ended = ended,
                Outcomes = OutcomeCounts.Of(new SampleRange(samplesByDue, index, afterLastWrong)),
            });
            index = afterLastWrong;
        }

        return new Outages { All = outages.ToImmutable() };
    }

    private static int AfterLastWrong(OrderedSamples samplesByDue, int firstWrong)
    {
        var lastWrong = firstWrong;
        for (var index = firstWrong + 1; index < samplesByDue.Count; index++)
        {
            if (!samplesByDue[index].Right)
            {
                lastWrong = index;
            }
            else if (samplesByDue[index].Due - samplesByDue[lastWrong + 1].Due >= Settled)
            {
                break;
            }
        }

        return lastWrong + 1;
    }
}
