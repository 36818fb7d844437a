using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Plans.Alerts;

/// <summary>Fires while a share over a window lies above a threshold.</summary>
public sealed record ShareAlertPlan : AlertPlan
{
    public required AlertMeasure Measure { get; init; }

    public required Share Above { get; init; }
}
