namespace StagingHarness.Scenarios.Plans.Systems;

/// <summary>How what the traffic wrote is read back when it has stopped, directly from a server, with the traffic's credentials.</summary>
public sealed record LedgerPlan
{
    public required SourcePlace Place { get; init; }

    /// <summary>Path of the first page.</summary>
    public required string List { get; init; }

    /// <summary>Where in a page the ids stand: a JSON pointer (RFC 6901) in which <c>*</c> is every entry of a list or object.</summary>
    public required string IdPointer { get; init; }

    /// <summary>Where in a page the path of the next one stands, which is missing or null in the last; null when there is one page.</summary>
    public required string? NextPointer { get; init; }
}
