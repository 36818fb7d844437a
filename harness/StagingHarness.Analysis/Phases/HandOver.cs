using StagingHarness.Analysis.Ordering;
using StagingHarness.Analysis.Servers;
using StagingHarness.Analysis.Steps;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Analysis.Phases;

/// <summary>The moment at which a step handed the traffic over to its servers.</summary>
internal sealed class HandOver
{
    private readonly RouteHistory routes;
    private readonly StampTable stamps;
    private readonly OrderedSamples samplesByDue;
    private readonly string routedService;

    /// <param name="routedService">The service that the gateway leads to.</param>
    /// <param name="routes">Where it led.</param>
    /// <param name="stamps">Who answered.</param>
    /// <param name="samplesByDue">All samples in the order in which the requests were due.</param>
    public HandOver(string routedService, RouteHistory routes, StampTable stamps, OrderedSamples samplesByDue)
    {
        this.routedService = routedService;
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
    /// did is the moment, or a failing release would seem to have failed before it was activated. On a busy machine it may have been
    /// due before the step began, and sent late. Servers of a service that the gateway does not lead to are reached directly: there
    /// it is the end of the step, when all of them are ready.
    /// </summary>
    public TimeSpan? MomentIn(StepTrace trace)
    {
        if (trace.Plan is VersionStepPlan step && step.Service != routedService)
        {
            return trace.Completed?.At;
        }

        if (trace.Plan is RevertStepPlan revert)
        {
            return BackIn(trace, revert);
        }

        if (ChangeIn(trace) is not { } change)
        {
            return null;
        }

        var before = routes.Before(change);
        var arrivals = before is null ? [] : change.Targets.Except(before.Targets).ToHashSet();
        if (before is null || arrivals.Count == 0)
        {
            return change.At;
        }

        // What the change before it led to was all there was to meet until this one.
        foreach (ref readonly var sample in samplesByDue.Between(before.At, change.At))
        {
            if (stamps.ServerOf(sample) is { } server && arrivals.Contains(server))
            {
                return sample.Due;
            }
        }

        return change.At;
    }

    /// <summary>When what was before ends: the step begins, or a request that was due shortly before meets already what it leads to.</summary>
    public TimeSpan? BeginOf(StepTrace trace) => MomentIn(trace) is { } moment && moment < trace.StartedAt ? moment : trace.StartedAt;

    /// <summary>
    /// The first change after which the gateway leads to nothing but what served before; the start of the step when that was so already.
    /// Here the confirmation counts: every request that was due after it went to what served before, and of those before it some may not have.
    /// </summary>
    private TimeSpan? BackIn(StepTrace trace, RevertStepPlan revert)
    {
        if (trace.Started is not { } started)
        {
            return null;
        }

        return routes.At(started) is { } standing && IsBack(standing, revert)
            ? started.At
            : trace.Events.OfType<RoutesChanged>().FirstOrDefault(change => IsBack(change, revert))?.At;
    }

    private static bool IsBack(RoutesChanged change, RevertStepPlan revert) =>
        !change.Targets.IsEmpty && change.Targets.All(target =>
            revert.Versions.TryGetValue(target.Instance, out var version) && version == ServerVersion.Of(target));
}
