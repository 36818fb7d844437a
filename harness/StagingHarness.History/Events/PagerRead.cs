using System.Collections.Immutable;
using StagingHarness.Protocols.Pager;

namespace StagingHarness.History.Events;

/// <summary>What the service that pages people has got, by its own account.</summary>
public sealed record PagerRead : JournalEvent
{
    /// <summary>In the order in which it came; at most a thousand.</summary>
    public required ImmutableArray<ReceivedPage> Received { get; init; }

    /// <summary>Number of all of it.</summary>
    public required int Total { get; init; }

    /// <summary>Calls that fit no form: method and path.</summary>
    public required ImmutableArray<string> Unmatched { get; init; }

    /// <summary>Errors inside the stand-in.</summary>
    public required ImmutableArray<string> StubErrors { get; init; }
}
