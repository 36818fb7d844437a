namespace StagingHarness.Scenarios.Plans.Checks;

/// <summary>The provider got so many calls.</summary>
public sealed record ProviderCheckPlan : CheckPlan
{
    /// <summary>Null: calls that no endpoint knows.</summary>
    public required string? Endpoint { get; init; }

    public required int AtLeast { get; init; }

    public required CheckSince Since { get; init; }
}
