using System.Collections.Immutable;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.History.Events;

/// <summary>The gateway leads to these servers from now on; requests already in flight stay where they are.</summary>
public sealed record RoutesChanged : JournalEvent
{
    public required ImmutableArray<ServerStamp> Targets { get; init; }

    /// <summary>Parts of the traffic, in the order of the targets; empty: all get the same.</summary>
    public ImmutableArray<int> Weights { get; init; } = [];
}
