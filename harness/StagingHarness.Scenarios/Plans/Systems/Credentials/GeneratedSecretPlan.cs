namespace StagingHarness.Scenarios.Plans.Systems.Credentials;

/// <summary>Made by the harness for this run.</summary>
public sealed record GeneratedSecretPlan : SecretPlan;
