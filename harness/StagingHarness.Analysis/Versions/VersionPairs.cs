using System.Collections.Immutable;
using StagingHarness.Analysis.Ordering;
using StagingHarness.Analysis.Runs;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Analysis.Versions;

/// <summary>
/// Which version of a caller ran beside which version of a callee, while the traffic flowed. Who calls whom is what <c>needs</c> says
/// in the system; when an instance ran is what the journal says: from ready to stopped or died.
/// </summary>
public static class VersionPairs
{
    /// <summary>In the order of the system's services, each pair once, in the order in which it came about.</summary>
    public static ImmutableArray<VersionPair> Of(RunAnalysis analysis)
    {
        if (analysis.Timeline is not { TrafficFrom: { } from, TrafficUntil: { } until })
        {
            return [];
        }

        var lives = InstanceLives.Of(analysis.Record.Events, from, until);
        return
        [
            .. from caller in analysis.Record.Plan.System.Services
               from callee in caller.Needs
               from callerVersion in VersionsOf(lives, caller.Name)
               from calleeVersion in VersionsOf(lives, callee)
               let together = Together(
                   Stretches(lives, caller.Name, callerVersion), Stretches(lives, callee, calleeVersion))
               where !together.IsEmpty
               select Measure(caller.Name, callerVersion, callee, calleeVersion, together, analysis),
        ];
    }

    private static VersionPair Measure(
        string caller, ServerVersion callerVersion, string callee, ServerVersion calleeVersion, ImmutableArray<InstanceLife> together, RunAnalysis analysis)
    {
        var time = together.Aggregate(TimeSpan.Zero, (sum, stretch) => sum + (stretch.Until - stretch.From));
        long? requests = caller == analysis.Record.Plan.Traffic.Service
            ? together.Sum(stretch => Answered(analysis.SamplesByDue.Between(stretch.From, stretch.Until), callerVersion, analysis))
            : null;
        return new VersionPair(caller, callerVersion, callee, calleeVersion, time, requests);
    }

    private static long Answered(SampleRange samples, ServerVersion version, RunAnalysis analysis)
    {
        var answered = 0L;
        foreach (ref readonly var sample in samples)
        {
            answered += analysis.Stamps.VersionOf(sample) == version ? 1 : 0;
        }

        return answered;
    }

    private static IEnumerable<ServerVersion> VersionsOf(ImmutableArray<InstanceLife> lives, string service) =>
        lives.Where(life => life.Service == service).Select(life => life.Version).Distinct();

    /// <summary>When at least one instance of the version ran: its lives, those that overlap made one.</summary>
    private static ImmutableArray<InstanceLife> Stretches(ImmutableArray<InstanceLife> lives, string service, ServerVersion version)
    {
        var merged = new List<InstanceLife>();
        foreach (var life in lives.Where(life => life.Service == service && life.Version == version).OrderBy(life => life.From))
        {
            if (merged.Count > 0 && life.From <= merged[^1].Until)
            {
                merged[^1] = merged[^1] with { Until = life.Until > merged[^1].Until ? life.Until : merged[^1].Until };
            }
            else
            {
                merged.Add(life);
            }
        }

        return [.. merged];
    }

    private static ImmutableArray<InstanceLife> Together(ImmutableArray<InstanceLife> callers, ImmutableArray<InstanceLife> callees) =>
    [
        .. from caller in callers
           from callee in callees
           let begin = caller.From > callee.From ? caller.From : callee.From
           let end = caller.Until < callee.Until ? caller.Until : callee.Until
           where begin < end
           select caller with { From = begin, Until = end },
    ];
}
