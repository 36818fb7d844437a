namespace StagingHarness.Scenarios.Plans;

/// <summary>A secret of the system's own, made by the harness for this run and known to the servers by <c>{credentials.NAME}</c>.</summary>
public sealed record GeneratedSecretPlan : CredentialPlan
{
    /// <summary>Request header that carries it; null when no client sends it.</summary>
    public required string? Header { get; init; }
}
