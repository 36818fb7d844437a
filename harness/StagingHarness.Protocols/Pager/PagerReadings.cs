using System.Collections.Immutable;

namespace StagingHarness.Protocols.Pager;

/// <summary>What the pager has got.</summary>
public sealed record PagerReadings
{
    /// <summary>The first thousand.</summary>
    public required ImmutableArray<ReceivedPage> Received { get; init; }

    /// <summary>Number of all of them.</summary>
    public required int Total { get; init; }

    /// <summary>Calls that fit no form: method and path, the first hundred.</summary>
    public required ImmutableArray<string> Unmatched { get; init; }

    /// <summary>Errors inside the stand-in, the first hundred.</summary>
    public required ImmutableArray<string> StubErrors { get; init; }
}
