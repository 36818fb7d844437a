using System.Collections.Immutable;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Verdicts.Comparisons;

/// <summary>One figure of the incident report beside the same figure of the replay.</summary>
public sealed record ComparisonRow
{
    public required string Name { get; init; }

    /// <summary>What the report says, each with where it says so when it says several; empty when it says nothing.</summary>
    public required ImmutableArray<string> Reported { get; init; }

    public required MeasureLabel Label { get; init; }

    /// <summary>On the incident's clock; null where real time alone means something, as with detection.</summary>
    public required IncidentDuration? MeasuredIncident { get; init; }

    /// <summary>In real time; null for what is not a time, or did not happen.</summary>
    public required TimeSpan? MeasuredReal { get; init; }

    /// <summary>What the scenario prescribed as a minimum; null when nothing.</summary>
    public required IncidentDuration? Scripted { get; init; }

    /// <summary>Real time beyond the scripted minimum; null when nothing was scripted.</summary>
    public required TimeSpan? Overrun { get; init; }

    /// <summary>The figure when it is not a time, with exact counts; null otherwise.</summary>
    public required string? Figure { get; init; }
}
