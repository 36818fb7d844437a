using System.Collections.Immutable;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Plans;

/// <summary>What a postmortem reported, to be laid beside what the replay measured.</summary>
public sealed record ReportedPlan
{
    /// <summary>Where it was reported.</summary>
    public required string Source { get; init; }

    /// <summary>The timeline, in the order of the report.</summary>
    public required ImmutableArray<ReportedMoment> Timeline { get; init; }

    /// <summary>Length of the outage that the report's summary claims; null when it claims none.</summary>
    public required IncidentDuration? Outage { get; init; }

    /// <summary>Share of failed requests that the report claims; null when it claims none.</summary>
    public required Share? FailedRequests { get; init; }
}
