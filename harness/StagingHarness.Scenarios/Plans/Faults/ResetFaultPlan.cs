namespace StagingHarness.Scenarios.Plans.Faults;

/// <summary>Each connection is reset once so many bytes have passed through it since the fault began.</summary>
public sealed record ResetFaultPlan : LinkFaultPlan
{
    /// <summary>Zero: at once.</summary>
    public required long AfterBytes { get; init; }
}
