using System.Collections.Immutable;
using System.Text.Json.Serialization;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.History.Events;

/// <summary>A gate held its expectations against what was measured, and decided.</summary>
public sealed record GateDecided : JournalEvent
{
    /// <summary>All of its expectations are met; one that could not be measured is not.</summary>
    public required bool IsMet { get; init; }

    /// <summary>What follows when they are not.</summary>
    public required GateOtherwise Otherwise { get; init; }

    /// <summary>Where the window that was looked at begins, real time since the epoch.</summary>
    public required TimeSpan From { get; init; }

    /// <summary>The first moment after it.</summary>
    public required TimeSpan Until { get; init; }

    /// <summary>One for each expectation, in the order of the plan.</summary>
    public required ImmutableArray<GateFigure> Figures { get; init; }

    /// <summary>The steps do not go on.</summary>
    [JsonIgnore]
    public bool Refuses => !IsMet && Otherwise != GateOtherwise.Continue;
}
