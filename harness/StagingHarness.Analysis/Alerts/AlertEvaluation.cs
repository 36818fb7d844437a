using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans.Alerts;

namespace StagingHarness.Analysis.Alerts;

/// <summary>One rule at one moment.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="At">Real time since the epoch.</param>
/// <param name="From">How it stood before.</param>
/// <param name="To">How it stands now.</param>
/// <param name="Reading">What it read.</param>
public sealed record AlertEvaluation(AlertPlan Rule, TimeSpan At, AlertState From, AlertState To, AlertReading Reading)
{
    public bool HasChanged => From != To;

    public bool Fires => From != AlertState.Firing && To == AlertState.Firing;
}
