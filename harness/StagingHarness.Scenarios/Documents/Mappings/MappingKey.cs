namespace StagingHarness.Scenarios.Documents.Mappings;

/// <summary>A key of WireMock.Net's mapping model.</summary>
/// <param name="Kind">What its value is.</param>
internal sealed record MappingKey(MappingKeyKind Kind)
{
    /// <summary>The model of the value, or of each entry of a list; null where there is none.</summary>
    public string? Model { get; init; }

    /// <summary>Why the stand-in does not take it, and what to do instead; null where it does.</summary>
    public (string Why, string Hint)? Refused { get; init; }
}
