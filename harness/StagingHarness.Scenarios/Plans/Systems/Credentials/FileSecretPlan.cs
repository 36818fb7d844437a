namespace StagingHarness.Scenarios.Plans.Systems.Credentials;

/// <summary>Read from a file when the run begins; line ends at its end are no part of it.</summary>
public sealed record FileSecretPlan : SecretPlan
{
    /// <summary>Relative to the scenario root, or absolute.</summary>
    public required string File { get; init; }
}
