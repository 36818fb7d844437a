using System.Collections.Immutable;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Analysis.Phases;

/// <summary>
/// Requests that were due in one stretch of a phase and left after it, since the generator stood still, and whose answer was wrong while that stretch
/// answers rightly, or right while it answers wrongly: what they met was another stage than the one that they would count for. Where more were late than
/// were not, nobody knows how the stretch answers, and all of them are meant. What waited for a connection is not: all were taken by requests that
/// the system under test left unanswered.
/// </summary>
/// <param name="Astray">All of them: they speak for no phase.</param>
/// <param name="TooMany">How many, in stretches that miss more than is tolerable.</param>
/// <param name="Worst">How late the latest of these was sent.</param>
public sealed record LateSends(ImmutableHashSet<Sample> Astray, int TooMany, TimeSpan Worst)
{
    private const int FewAtABoundary = 2;

    // The harness itself is busiest when a phase ends: what was due in the last moment of a stretch may be missing from it.
    private static readonly TimeSpan LastMoment = TimeSpan.FromMilliseconds(100);

    /// <param name="timeline">The phases; a moment may lie in several.</param>
    /// <param name="samplesByDue">All samples in the order in which the requests were due.</param>
    /// <param name="traffic">How many connections there are, and how much of a stretch may be missing.</param>
    public static LateSends Of(PhaseTimeline timeline, ImmutableArray<Sample> samplesByDue, TrafficPlan traffic)
    {
        var busy = new Lazy<ConnectionUse>(() => new ConnectionUse(samplesByDue));
        var atATime = traffic.Connections * (traffic.RequestsAtATime ?? 1);
        var (astray, tooMany) = (new HashSet<Sample>(), new HashSet<Sample>());
        foreach (var stretch in timeline.Phases.SelectMany(phase => phase.Stretches))
        {
            var due = DueIn(stretch, samplesByDue);
            var late = In(stretch, due, sample => busy.Value.At(sample.Due) >= atATime);
            astray.UnionWith(late);
            var missed = late.Count(sample => sample.Due < stretch.Until - LastMoment);
            if (missed > FewAtABoundary && Share.Of(missed, due.Length) > traffic.TolerableDrops)
            {
                tooMany.UnionWith(late);
            }
        }

        return new LateSends([.. astray], tooMany.Count, tooMany.Select(ConnectionUse.DelayOf).DefaultIfEmpty().Max());
    }

    /// <summary>Whether the request speaks for the phase in which it was due.</summary>
    public bool Speaks(Sample sample) => Astray.IsEmpty || !Astray.Contains(sample);

    private static List<Sample> In(PhaseStretch stretch, ReadOnlySpan<Sample> due, Predicate<Sample> waited)
    {
        var (right, wrong) = (0, 0);
        var late = new List<Sample>();
        foreach (var sample in due)
        {
            if (sample.Due + ConnectionUse.DelayOf(sample) >= stretch.Until)
            {
                late.Add(sample);
            }
            else if (sample.Right)
            {
                right++;
            }
            else
            {
                wrong++;
            }
        }

        late.RemoveAll(waited);
        if (late.Count <= right + wrong)
        {
            late.RemoveAll(sample => sample.Right == right >= wrong);
        }

        return late;
    }

    private static ReadOnlySpan<Sample> DueIn(PhaseStretch stretch, ImmutableArray<Sample> samplesByDue)
    {
        var from = FirstSince(stretch.From, samplesByDue);
        return samplesByDue.AsSpan()[from..FirstSince(stretch.Until, samplesByDue)];
    }

    private static int FirstSince(TimeSpan moment, ImmutableArray<Sample> samplesByDue)
    {
        var (low, high) = (0, samplesByDue.Length);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = samplesByDue[middle].Due < moment ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
