namespace StagingHarness.Scenarios.Plans.Alerts;

/// <summary>
/// Fires while servers have restarted more often in a window than a threshold: each death counts, and each start of the version that ran
/// there before, unless it follows a death.
/// </summary>
public sealed record RestartsAlertPlan : AlertPlan
{
    public required int Above { get; init; }
}
