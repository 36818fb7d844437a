namespace StagingHarness.Scenarios.Plans.Systems.Credentials;

/// <summary>Taken from an environment variable of the harness when the run begins.</summary>
public sealed record EnvironmentSecretPlan : SecretPlan
{
    public required string Variable { get; init; }
}
