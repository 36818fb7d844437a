using System.Collections.Immutable;

namespace StagingHarness.Scenarios.Planning.Walks;

/// <summary>Where the steps and the runbook lead.</summary>
internal sealed record WalkedSteps
{
    public required ImmutableArray<WalkedStep> Steps { get; init; }

    public required ImmutableArray<WalkedStep> Runbook { get; init; }

    public required ImmutableSortedDictionary<string, ServiceState> WithoutPage { get; init; }

    public required ImmutableSortedDictionary<string, ServiceState> AfterRunbook { get; init; }

    public IEnumerable<WalkedStep> All => [.. Steps, .. Runbook];
}
