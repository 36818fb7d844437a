using System.Collections.Immutable;

namespace StagingHarness.Analysis.Phases;

/// <summary>A named stretch of the run, or several of the same name, delimited by recorded events. A request belongs to it by its due time, unless
/// it left late (<see cref="LateSends"/>).</summary>
public sealed record Phase(string Name, ImmutableArray<PhaseStretch> Stretches)
{
    /// <summary>First moment, real time since the epoch.</summary>
    public TimeSpan From => Stretches.Min(stretch => stretch.From);

    public bool Contains(TimeSpan moment) => PhaseStretch.AnyContains(Stretches.AsSpan(), moment);
}
