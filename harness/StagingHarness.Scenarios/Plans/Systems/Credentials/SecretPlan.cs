namespace StagingHarness.Scenarios.Plans.Systems.Credentials;

/// <summary>
/// A secret of the system's own, known to the servers by <c>{credentials.NAME}</c>. The plan says where it comes from, and never what it is.
/// </summary>
public abstract record SecretPlan : CredentialPlan
{
    private protected SecretPlan()
    {
    }

    /// <summary>Request header that carries it; null when no client sends it.</summary>
    public required string? Header { get; init; }
}
