namespace StagingHarness.Scenarios.Plans;

/// <summary>Made by the harness for this run.</summary>
public sealed record GeneratedSecretPlan : SecretPlan;
