using System.Collections.Frozen;
using StagingHarness.Analysis.Ordering;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Analysis.Phases;

/// <summary>
/// Requests that were due in one stretch of a phase and left after it, since the generator stood still, and whose answer was wrong while that stretch
/// answers rightly, or right while it answers wrongly: what they met was another stage than the one that they were due on. They count as
/// of when they left, in whatever phase that was, or in none, like all that was due then. Where more were late than were not, nobody knows how the stretch answers, and all of them are meant. What waited for a connection is
/// not: all were taken by requests that the system under test left unanswered.
/// </summary>
public sealed class LateSends
{
    // A stretch ends at a moment that is known to some milliseconds.
    private const int FewAtABoundary = 2;

    // The harness itself is busiest when a phase ends: what was due in the last moment of a stretch may be missing from it.
    private static readonly TimeSpan LastMoment = TimeSpan.FromMilliseconds(100);

    private readonly FrozenSet<(uint Sequence, ushort Route)> moved;

    private LateSends(FrozenSet<(uint Sequence, ushort Route)> moved, int tooMany, TimeSpan worst) => (this.moved, TooMany, Worst) = (moved, tooMany, worst);

    /// <summary>How many count as of when they left, not as of when they were due.</summary>
    public int Moved => moved.Count;

    /// <summary>How many are missing from stretches that miss more than is tolerable.</summary>
    public int TooMany { get; }

    /// <summary>How late the latest of these was sent.</summary>
    public TimeSpan Worst { get; }

    /// <param name="timeline">The phases; a moment may lie in several.</param>
    /// <param name="samplesByDue">All samples in the order in which the requests were due.</param>
    /// <param name="traffic">How many connections there are, and how much of a stretch may be missing.</param>
    public static LateSends Of(PhaseTimeline timeline, OrderedSamples samplesByDue, TrafficPlan traffic)
    {
        var busy = new Lazy<ConnectionUse>(() => new ConnectionUse(samplesByDue));
        var atATime = traffic.Connections * (traffic.RequestsAtATime ?? 1);
        var (late, tooMany) = (new HashSet<Sample>(), new HashSet<Sample>());
        foreach (var stretch in timeline.Phases.SelectMany(phase => phase.Stretches))
        {
            var due = samplesByDue.Between(stretch.From, stretch.Until);
            var left = In(stretch, due, sample => busy.Value.At(sample.Due) >= atATime);
            late.UnionWith(left);
            var last = stretch.Until - (stretch.Until - stretch.From < 2 * LastMoment ? (stretch.Until - stretch.From) / 2 : LastMoment);
            var missed = left.Count(sample => sample.Due < last);
            if (missed > FewAtABoundary && Share.Of(missed, due.Count) > traffic.TolerableDrops)
            {
                tooMany.UnionWith(left);
            }
        }

        // What left when all was over has no other moment than the one at which it was due.
        var moved = late.Where(sample => LeftAt(sample) < timeline.TrafficUntil).Select(KeyOf).ToFrozenSet();
        return new LateSends(moved, tooMany.Count, tooMany.Select(ConnectionUse.DelayOf).DefaultIfEmpty().Max());
    }

    /// <summary>The moment as of which a request counts: when it was due, or when it left where that makes the difference.</summary>
    public TimeSpan MomentOf(in Sample sample) => moved.Count > 0 && moved.Contains(KeyOf(sample)) ? LeftAt(sample) : sample.Due;

    private static TimeSpan LeftAt(in Sample sample) => sample.Due + ConnectionUse.DelayOf(sample);

    private static (uint Sequence, ushort Route) KeyOf(Sample sample) => (sample.Sequence, sample.Route);

    private static List<Sample> In(PhaseStretch stretch, SampleRange due, Predicate<Sample> waited)
    {
        var (right, wrong) = (0, 0);
        var late = new List<Sample>();
        foreach (ref readonly var sample in due)
        {
            if (LeftAt(sample) >= stretch.Until)
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

        if (late.Count <= right + wrong)
        {
            late.RemoveAll(sample => sample.Right == right >= wrong);
        }

        late.RemoveAll(waited);
        return late;
    }
}
