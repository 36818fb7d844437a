using System.Collections.Immutable;
using System.Text.Json.Serialization;

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

    /// <summary>By such a call, which mapping of the system came nearest to it, and what of that did not fit; null where none came near.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableSortedDictionary<string, string>? NearMisses { get; init; }

    /// <summary>Errors inside the stubs themselves.</summary>
    public required ImmutableArray<string> StubErrors { get; init; }

    /// <summary>Number of calls whose callers were gone before all of the call had come: nobody waited for their answers.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long BrokenOff { get; init; }
}
