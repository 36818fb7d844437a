using System.Collections.Immutable;
using StagingHarness.Analysis.Runs;
using StagingHarness.History.Events;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Analysis.Versions;

/// <summary>
/// How long, and for how many requests, k of n servers were on the new version. Which servers take traffic is what the gateway
/// confirmed; the new version is the one that joined last so far, and there is none as long as only one has served. A request counts
/// in the state in which it was due.
/// </summary>
public static class MixedStates
{
    /// <summary>By the number of servers, then by how many were new. Stretches without any server are not in it.</summary>
    public static ImmutableArray<MixedState> Of(RunAnalysis analysis)
    {
        if (analysis.Timeline is not { TrafficFrom: { } from, TrafficUntil: { } until })
        {
            return [];
        }

        var changes = analysis.Record.Events.OfType<RoutesChanged>().ToArray();
        var known = new List<ServerVersion>();
        var stretches = new List<MixedState>();
        for (var index = 0; index < changes.Length; index++)
        {
            known.AddRange(changes[index].Targets.Select(ServerVersion.Of).Distinct().Where(version => !known.Contains(version)).ToArray());
            var begin = changes[index].At > from && index > 0 ? changes[index].At : from;
            var end = index + 1 < changes.Length && changes[index + 1].At < until ? changes[index + 1].At : until;
            if (begin < end && !changes[index].Targets.IsEmpty)
            {
                stretches.Add(Measure(changes[index].Targets, known, begin, end, analysis.SamplesByDue));
            }
        }

        return
        [
            .. stretches
                .GroupBy(stretch => (stretch.Of, stretch.New))
                .OrderBy(same => same.Key)
                .Select(same => new MixedState(
                    same.Key.New,
                    same.Key.Of,
                    same.Aggregate(TimeSpan.Zero, (sum, stretch) => sum + stretch.Time),
                    same.Sum(stretch => stretch.Requests),
                    same.Sum(stretch => stretch.Wrong))),
        ];
    }

    private static MixedState Measure(
        ImmutableArray<ServerStamp> targets, List<ServerVersion> known, TimeSpan begin, TimeSpan end, ImmutableArray<Sample> samplesByDue)
    {
        var due = samplesByDue.Where(sample => sample.Due >= begin && sample.Due < end).ToArray();
        return new MixedState(
            known.Count > 1 ? targets.Count(target => ServerVersion.Of(target) == known[^1]) : 0,
            targets.Length,
            end - begin,
            due.LongLength,
            due.LongCount(sample => !sample.Right));
    }
}
