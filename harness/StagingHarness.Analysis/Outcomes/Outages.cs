using System.Collections.Immutable;
using StagingHarness.Protocols.Samples;

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

    internal static Outages Of(ImmutableArray<Sample> samplesByDue, TimeSpan? trafficUntil)
    {
        var outages = ImmutableArray.CreateBuilder<Outage>();
        var index = 0;
        while (index < samplesByDue.Length)
        {
            if (samplesByDue[index].Right)
            {
                index++;
                continue;
            }

            var afterLastWrong = AfterLastWrong(samplesByDue, index);
            var ended = afterLastWrong < samplesByDue.Length;
            outages.Add(new Outage
            {
                From = samplesByDue[index].Due,
                Until = ended ? samplesByDue[afterLastWrong].Due : trafficUntil ?? samplesByDue[^1].Done,
                Ended = ended,
                Outcomes = OutcomeCounts.Of(samplesByDue.Skip(index).Take(afterLastWrong - index)),
            });
            index = afterLastWrong;
        }

        return new Outages { All = outages.ToImmutable() };
    }

    private static int AfterLastWrong(ImmutableArray<Sample> samplesByDue, int firstWrong)
    {
        var lastWrong = firstWrong;
        for (var index = firstWrong + 1; index < samplesByDue.Length; index++)
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
