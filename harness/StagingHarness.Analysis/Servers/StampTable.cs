using System.Collections.Immutable;
using StagingHarness.History.Events;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Analysis.Servers;

/// <summary>Which server the stamp number of a sample means.</summary>
public sealed class StampTable
{
    private readonly ImmutableDictionary<int, ServerStamp> servers;

    private StampTable(ImmutableDictionary<int, ServerStamp> servers)
    {
        this.servers = servers;
    }

    public static StampTable Of(IEnumerable<JournalEvent> events) =>
        new(events.OfType<StampSeen>().GroupBy(seen => seen.Stamp).ToImmutableDictionary(same => same.Key, same => same.First().Server));

    /// <summary>The server that answered; null when none did, or when the journal does not know the stamp.</summary>
    public ServerStamp? ServerOf(Sample sample) => servers.GetValueOrDefault(sample.Stamp);
}
