namespace StagingHarness.Protocols.Provider;

/// <summary>One answer of a provider, as WireMock's admin interface takes it.</summary>
public sealed record StandInMapping
{
    /// <summary>Its title, or else its path: its calls are counted under it, and rules are given to it. Several may share one.</summary>
    public required string Name { get; init; }

    /// <summary>JSON object of WireMock.Net's mapping model; nothing in it refers to a file.</summary>
    public required string Json { get; init; }
}
