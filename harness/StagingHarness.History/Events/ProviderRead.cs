using System.Collections.Immutable;

namespace StagingHarness.History.Events;

/// <summary>What the provider stand-in has seen so far.</summary>
public sealed record ProviderRead : JournalEvent
{
    /// <summary>Calls by endpoint.</summary>
    public required ImmutableSortedDictionary<string, long> Calls { get; init; }

    /// <summary>Calls that no stub answered: method and path, at most a hundred.</summary>
    public required ImmutableArray<string> Unmatched { get; init; }

    /// <summary>Number of calls that no stub answered.</summary>
    public required long UnmatchedCount { get; init; }

    /// <summary>Errors inside the stubs themselves.</summary>
    public required ImmutableArray<string> StubErrors { get; init; }
}
