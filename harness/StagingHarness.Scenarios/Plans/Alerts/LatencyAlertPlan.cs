using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Plans.Alerts;

/// <summary>Fires while a percentile of the latency over a window lies above a threshold, from the scheduled moment.</summary>
public sealed record LatencyAlertPlan : AlertPlan
{
    public required Percentile Percentile { get; init; }

    /// <summary>Real time.</summary>
    public required TimeSpan Above { get; init; }
}
