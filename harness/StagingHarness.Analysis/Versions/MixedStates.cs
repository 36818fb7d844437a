using System.Collections.Immutable;
using StagingHarness.Analysis.Runs;
using StagingHarness.History.Events;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Analysis.Versions;

/// <summary>
/// How long, and for how many requests, k of n servers were on the new version. Which servers take traffic is what the gateway
/// confirmed; the new version is the one that joined last so far, and there is none as long as only one has served. A request counts
/// in the state in which it was due; one that was on its way when the gateway changed counts in the state that had the server which answered it.
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

        var stretches = Stretches(analysis.Record.Events, from, until);
        var requests = new long[stretches.Count];
        var wrong = new long[stretches.Count];
        foreach (ref readonly var sample in analysis.SamplesByDue)
        {
            if (Find(stretches, sample, analysis.Stamps.ServerOf(sample)) is { } index)
            {
                requests[index]++;
                wrong[index] += sample.Right ? 0 : 1;
            }
        }

        return
        [
            .. stretches
                .Select((stretch, index) => new MixedState(stretch.New, stretch.Targets.Length, stretch.Until - stretch.From, requests[index], wrong[index]))
                .GroupBy(state => (state.Of, state.New))
                .OrderBy(same => same.Key)
                .Select(same => new MixedState(
                    same.Key.New,
                    same.Key.Of,
                    same.Aggregate(TimeSpan.Zero, (sum, state) => sum + state.Time),
                    same.Sum(state => state.Requests),
                    same.Sum(state => state.Wrong))),
        ];
    }

    private static List<Stretch> Stretches(ImmutableArray<JournalEvent> events, TimeSpan from, TimeSpan until)
    {
        var changes = events.OfType<RoutesChanged>().ToArray();
        var known = new List<ServerVersion>();
        var stretches = new List<Stretch>();
        for (var index = 0; index < changes.Length; index++)
        {
            var targets = changes[index].Targets;
            known.AddRange(targets.Select(ServerVersion.Of).Distinct().Where(version => !known.Contains(version)).ToArray());
            var begin = changes[index].At > from && index > 0 ? changes[index].At : from;
            var end = index + 1 < changes.Length && changes[index + 1].At < until ? changes[index + 1].At : until;
            if (begin < end && !targets.IsEmpty)
            {
                stretches.Add(new Stretch(begin, end, targets, known.Count > 1 ? targets.Count(target => ServerVersion.Of(target) == known[^1]) : 0));
            }
        }

        return stretches;
    }

    /// <summary>Null where no server took traffic.</summary>
    private static int? Find(List<Stretch> stretches, in Sample sample, ServerStamp? server)
    {
        var due = StretchAt(stretches, sample.Due);
        if (server is null || (due >= 0 && stretches[due].Targets.Contains(server)))
        {
            return due < 0 ? null : due;
        }

        return LaterOf(server, stretches, sample) ?? (due < 0 ? null : due);
    }

    /// <summary>The first that began while the request was on its way, and has the server; null where none has.</summary>
    private static int? LaterOf(ServerStamp server, List<Stretch> stretches, in Sample sample)
    {
        for (var index = 0; index < stretches.Count; index++)
        {
            if (stretches[index].From > sample.Due && stretches[index].From <= sample.Done && stretches[index].Targets.Contains(server))
            {
                return index;
            }
        }

        return null;
    }

    /// <summary>-1 where none is.</summary>
    private static int StretchAt(List<Stretch> stretches, TimeSpan moment)
    {
        for (var index = 0; index < stretches.Count; index++)
        {
            if (moment >= stretches[index].From && moment < stretches[index].Until)
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>The gateway led to these targets all the while.</summary>
    private sealed record Stretch(TimeSpan From, TimeSpan Until, ImmutableArray<ServerStamp> Targets, int New);
}
