using System.Collections.Immutable;
using StagingHarness.Analysis.Ordering;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Analysis.Outcomes;

/// <summary>Puts the requests of journeys together: all of one journey have the position of its start in the schedule.</summary>
internal static class JourneyOutcomes
{
    /// <summary>
    /// Those that came to an end, in the order in which they began. One of which only right answers are there, and not all of them, was
    /// left where it stood when the traffic stopped, or lost a request to a generator that did not keep up: it says nothing.
    /// </summary>
    public static ImmutableArray<JourneyOutcome> Of(TrafficPlan plan, string journey, OrderedSamples samplesByDue)
    {
        if (plan.AllTurns().FirstOrDefault(turn => turn.Journey == journey) is not { } turn)
        {
            return [];
        }

        var begun = new Dictionary<uint, TimeSpan>();
        var ended = ImmutableArray.CreateBuilder<JourneyOutcome>();
        foreach (ref readonly var sample in samplesByDue)
        {
            var step = sample.Route - turn.First;
            if (step < 0 || step >= turn.Count)
            {
                continue;
            }

            if (step == 0)
            {
                begun[sample.Sequence] = sample.Due;
            }

            if ((!sample.Right || step == turn.Count - 1) && begun.Remove(sample.Sequence, out var from))
            {
                ended.Add(new JourneyOutcome(from, sample.Right ? null : plan.Requests[sample.Route]));
            }
        }

        return [.. ended.OrderBy(one => one.Begun)];
    }
}
