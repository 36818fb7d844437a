using StagingHarness.Scenarios.Plans.Faults;

namespace StagingHarness.History.Events;

/// <summary>Something is broken on purpose from now on; whether it shows is told by <see cref="FaultProved"/>.</summary>
public sealed record FaultBegan : JournalEvent
{
    public required FaultPlan Fault { get; init; }
}
