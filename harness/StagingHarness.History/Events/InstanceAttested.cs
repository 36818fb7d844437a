using System.Collections.Immutable;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.History.Events;

/// <summary>Receipt: the instance itself says what it runs.</summary>
public sealed record InstanceAttested : JournalEvent
{
    public required string Instance { get; init; }

    public required int Generation { get; init; }

    public required ServerVersion Version { get; init; }

    /// <summary>Library name to version, as the server carries them.</summary>
    public required ImmutableSortedDictionary<string, string> Libraries { get; init; }
}
