namespace StagingHarness.Scenarios.Plans;

/// <summary>Taken from an environment variable of the harness when the run begins.</summary>
public sealed record EnvironmentSecretPlan : SecretPlan
{
    public required string Variable { get; init; }
}
