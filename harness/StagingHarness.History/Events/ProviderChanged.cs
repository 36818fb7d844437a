using System.Collections.Immutable;

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
}
