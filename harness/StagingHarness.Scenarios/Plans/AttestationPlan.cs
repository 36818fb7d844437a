namespace StagingHarness.Scenarios.Plans;

/// <summary>How an instance says which versions it runs: a JSON document and where in it they stand (RFC 6901 pointers).</summary>
public sealed record AttestationPlan
{
    public required string Path { get; init; }

    public required string ReleasePointer { get; init; }

    public required string PlatformPointer { get; init; }

    /// <summary>Object of library name to version; null when the service attests none.</summary>
    public required string? LibrariesPointer { get; init; }
}
