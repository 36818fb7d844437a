using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Plans.Alerts;

/// <summary>
/// Fires while errors use up the budget of an objective so many times faster than it allows, over a long window and over a short one: the
/// long one says that it matters, the short one that it goes on.
/// </summary>
public sealed record BurnRateAlertPlan : AlertPlan
{
    /// <summary>Share of right answers that is promised.</summary>
    public required Share Objective { get; init; }

    /// <summary>How many times faster: share of wrong answers / (1 - objective).</summary>
    public required double Above { get; init; }

    /// <summary>The short window.</summary>
    public required IncidentDuration And { get; init; }
}
