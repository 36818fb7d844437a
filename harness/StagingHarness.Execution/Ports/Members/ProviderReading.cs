using System.Collections.Immutable;

namespace StagingHarness.Execution.Ports.Members;

/// <summary>What the provider stand-in has seen.</summary>
/// <param name="Calls">Exact number of calls by endpoint (<c>discovery</c>, <c>jwks</c>, <c>token</c>).</param>
/// <param name="Unmatched">Calls that no stub answered: method and path without query, at most a hundred.</param>
/// <param name="UnmatchedCount">Number of all of them.</param>
/// <param name="StubErrors">Errors inside the stubs.</param>
public sealed record ProviderReading(
    ImmutableSortedDictionary<string, long> Calls,
    ImmutableArray<string> Unmatched,
    long UnmatchedCount,
    ImmutableArray<string> StubErrors)
{
    /// <summary>By such a call, which mapping came nearest to it, and what of that did not fit.</summary>
    public ImmutableSortedDictionary<string, string> NearMisses { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Number of calls whose callers were gone before all of the call had come.</summary>
    public long BrokenOff { get; init; }
}
