using StagingHarness.Protocols.Samples;

namespace StagingHarness.History.Events;

/// <summary>Samples with this stamp were answered by this server.</summary>
public sealed record StampSeen : JournalEvent
{
    /// <summary>Number that stands in the samples, from 1.</summary>
    public required int Stamp { get; init; }

    public required ServerStamp Server { get; init; }
}
