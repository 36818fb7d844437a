using StagingHarness.Analysis.Servers;
using StagingHarness.Analysis.Steps;
using StagingHarness.History.Events;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Analysis.Phases;

/// <summary>The moment at which a step handed the traffic over to its servers.</summary>
internal sealed class HandOver
{
    private readonly RouteHistory routes;
    private readonly StampTable stamps;
    private readonly IReadOnlyList<Sample> samplesByDue;

    public HandOver(RouteHistory routes, StampTable stamps, IReadOnlyList<Sample> samplesByDue)
    {
        this.routes = routes;
        this.stamps = stamps;
        this.samplesByDue = samplesByDue;
    }

    /// <summary>The last change of routes in the step that leads to servers; null when there is none.</summary>
    public static RoutesChanged? ChangeIn(StepTrace trace) =>
        trace.Events.OfType<RoutesChanged>().LastOrDefault(change => !change.Targets.IsEmpty);

    /// <summary>
    /// Real time since the epoch; null when the step changed no routes. The change is journalled once the gateway has
    /// confirmed it, so requests that were due shortly before may have met the new servers already: the first of them that
    /// did is the moment, or a failing release would seem to have failed before it was activated.
    /// </summary>
    public TimeSpan? MomentIn(StepTrace trace)
    {
        if (ChangeIn(trace) is not { } change || trace.StartedAt is not { } started)
        {
            return null;
        }

        var before = routes.Before(change);
        if (before is null || before.Targets.Intersect(change.Targets).Any())
        {
            return change.At;
        }

        var earliest = before.At > started ? before.At : started;
        foreach (var sample in samplesByDue)
        {
            if (sample.Due >= change.At)
            {
                break;
            }

            if (sample.Due >= earliest && stamps.ServerOf(sample) is { } server && change.Targets.Contains(server))
            {
                return sample.Due;
            }
        }

        return change.At;
    }
}
