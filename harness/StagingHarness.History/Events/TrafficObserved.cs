using System.Collections.Immutable;

namespace StagingHarness.History.Events;

/// <summary>What the traffic got in one second of real time; a view of the samples for people who watch.</summary>
public sealed record TrafficObserved : JournalEvent
{
    /// <summary>Start of the second.</summary>
    public required TimeSpan From { get; init; }

    public required int Requests { get; init; }

    public required int Right { get; init; }

    /// <summary>Wrong answers by who answered and what: <c>app 500</c>, <c>gateway 503</c>, <c>nobody ConnectFailed</c>.</summary>
    public required ImmutableSortedDictionary<string, int> Wrong { get; init; }
}
