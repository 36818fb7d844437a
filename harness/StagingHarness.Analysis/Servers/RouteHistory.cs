using System.Collections.Immutable;
using StagingHarness.History.Events;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Analysis.Servers;

/// <summary>Where the gateway led, and when.</summary>
public sealed class RouteHistory
{
    private readonly ImmutableArray<RoutesChanged> changes;

    private RouteHistory(ImmutableArray<RoutesChanged> changes)
    {
        this.changes = changes;
    }

    public static RouteHistory Of(IEnumerable<JournalEvent> events) => new([.. events.OfType<RoutesChanged>()]);

    /// <summary>The routes in force when this change came; null when it is the first one.</summary>
    public RoutesChanged? Before(RoutesChanged change) => At(change);

    /// <summary>The routes in force when this happened; null before the first change.</summary>
    public RoutesChanged? At(JournalEvent happened) => changes.LastOrDefault(earlier => earlier.Sequence < happened.Sequence);

    /// <summary>Every server that was led to at some moment of the half-open stretch [from, until).</summary>
    public IEnumerable<ServerStamp> TargetsDuring(TimeSpan from, TimeSpan until) =>
        changes
            .Where((change, index) => change.At < until && (index + 1 == changes.Length || changes[index + 1].At > from))
            .SelectMany(change => change.Targets)
            .Distinct();

    /// <summary>Where it led in the half-open stretch [from, until), one entry for each set of routes, in order.</summary>
    public IEnumerable<RouteStretch> StretchesDuring(TimeSpan from, TimeSpan until) =>
        changes
            .Select((change, index) => new RouteStretch(
                change.At > from ? change.At : from,
                index + 1 < changes.Length && changes[index + 1].At < until ? changes[index + 1].At : until,
                change.Targets))
            .Where(stretch => stretch.Until > stretch.From);
}
