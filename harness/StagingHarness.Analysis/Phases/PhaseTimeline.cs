using System.Collections.Immutable;

namespace StagingHarness.Analysis.Phases;

/// <summary>The phases of a run, from its plan, its events and, where a hand-over must be placed between two events, its samples.</summary>
public sealed record PhaseTimeline
{
    /// <summary>In the order in which they began.</summary>
    public required ImmutableArray<Phase> Phases { get; init; }

    /// <summary>Due time of the first request, real time since the epoch; null when no traffic began.</summary>
    public required TimeSpan? TrafficFrom { get; init; }

    /// <summary>The first moment at which no request is due any more; the end of what is known when the journal was cut off.</summary>
    public required TimeSpan? TrafficUntil { get; init; }

    /// <summary>The phase of that name; null when it never began.</summary>
    public Phase? Find(string name) => Phases.FirstOrDefault(phase => phase.Name == name);
}
