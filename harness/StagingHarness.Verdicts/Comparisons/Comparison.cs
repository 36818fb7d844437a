using System.Collections.Immutable;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Verdicts.Comparisons;

/// <summary>What an incident report says beside what the replay measured.</summary>
public sealed record Comparison
{
    /// <summary>Where it was reported.</summary>
    public required string Source { get; init; }

    public required ClockPlan Clock { get; init; }

    public required ImmutableArray<ComparisonRow> Rows { get; init; }

    /// <summary>Length of the outage that the report's summary claims; null when it claims none.</summary>
    public required IncidentDuration? OutageBySummary { get; init; }

    /// <summary>Length of the outage that the report's own timeline adds up to; null when it lacks one end.</summary>
    public required IncidentDuration? OutageByTimeline { get; init; }
}
