using System.Collections.Immutable;
using System.Text.Json.Serialization;
using StagingHarness.Protocols.Provider;

namespace StagingHarness.History.Events;

/// <summary>The provider stand-in was told to do something else from now on; this is what it says that it does.</summary>
public sealed record ProviderChanged : JournalEvent
{
    /// <summary>How far its clock goes ahead of true time in what it mints; negative, behind it.</summary>
    public required TimeSpan ClockOffset { get; init; }

    public required TimeSpan TokenLifetime { get; init; }

    /// <summary>Id of the key that signs.</summary>
    public required string SigningKey { get; init; }

    /// <summary>Ids of the keys that its key set shows.</summary>
    public required ImmutableArray<string> PublishedKeys { get; init; }

    /// <summary>The contract that it was moved to; null where it was not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Contract { get; init; }

    /// <summary>How it differs from a plain provider; null where it does not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FacetSettings? Settings { get; init; }
}
