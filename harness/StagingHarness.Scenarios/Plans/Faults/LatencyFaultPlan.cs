namespace StagingHarness.Scenarios.Plans.Faults;

/// <summary>What the callee answers arrives later.</summary>
public sealed record LatencyFaultPlan : LinkFaultPlan
{
    public required TimeSpan Delay { get; init; }

    /// <summary>Each delay is longer or shorter by so much at most; zero: all are alike.</summary>
    public required TimeSpan Jitter { get; init; }

    /// <summary>The jitter is drawn from it.</summary>
    public required int Seed { get; init; }
}
