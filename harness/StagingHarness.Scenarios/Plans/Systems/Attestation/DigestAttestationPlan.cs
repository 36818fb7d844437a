namespace StagingHarness.Scenarios.Plans.Systems.Attestation;

/// <summary>The digest of what the instance runs is that of the release's artifact; asks nothing of the instance.</summary>
public sealed record DigestAttestationPlan : AttestationPlan;
