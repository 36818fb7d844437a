namespace StagingHarness.Scenarios.Plans.Expectations;

/// <summary>Calls that the provider got in the whole run: to one endpoint, or those that it does not know.</summary>
public sealed record ProviderExpectationPlan : CountedExpectationPlan
{
    /// <summary>Name of the endpoint as the provider counts it; null for calls that no endpoint knows.</summary>
    public required string? Endpoint { get; init; }
}
