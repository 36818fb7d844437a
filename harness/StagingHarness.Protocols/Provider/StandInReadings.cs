using System.Collections.Immutable;

namespace StagingHarness.Protocols.Provider;

/// <summary>What the stand-in has seen.</summary>
public sealed record StandInReadings
{
    /// <summary>Exact number of calls by endpoint of <see cref="StandInEndpoint"/> and by name of mapping; all are there, also with 0.</summary>
    public required ImmutableSortedDictionary<string, long> Calls { get; init; }

    /// <summary>Calls that no stub answered: method and path without query, the first hundred.</summary>
    public required ImmutableArray<string> Unmatched { get; init; }

    /// <summary>Number of all of them.</summary>
    public required long UnmatchedCount { get; init; }

    /// <summary>By such a call, which mapping came nearest to it, and what of that did not fit; for calls without any there is nothing.</summary>
    public required ImmutableSortedDictionary<string, string> NearMisses { get; init; }

    /// <summary>Errors inside the stubs, the first hundred.</summary>
    public required ImmutableArray<string> StubErrors { get; init; }

    /// <summary>Number of all of them.</summary>
    public required long StubErrorCount { get; init; }

    /// <summary>Number of calls whose callers were gone before all of the call had come: a process that was stopped, a page that was left.</summary>
    public long BrokenOff { get; init; }
}
