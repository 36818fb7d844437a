using StagingHarness.History.Events;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Analysis.Servers;

/// <summary>Which server the stamp number of a sample means.</summary>
public sealed class StampTable
{
    private readonly ServerStamp?[] servers;
    private readonly ServerVersion?[] versions;

    private StampTable(ServerStamp?[] servers)
    {
        this.servers = servers;
        versions = [.. servers.Select(server => server is null ? null : ServerVersion.Of(server))];
    }

    /// <summary>All stamp numbers that it knows are below this.</summary>
    public int End => servers.Length;

    /// <summary>What the journal says first of a number stands; a number that no sample can have is left out.</summary>
    public static StampTable Of(IEnumerable<JournalEvent> events)
    {
        StampSeen[] seen = [.. events.OfType<StampSeen>().Where(stamp => stamp.Stamp is >= 0 and <= ushort.MaxValue)];
        var servers = new ServerStamp?[seen.Select(stamp => stamp.Stamp + 1).DefaultIfEmpty().Max()];
        foreach (var stamp in seen)
        {
            servers[stamp.Stamp] ??= stamp.Server;
        }

        return new StampTable(servers);
    }

    /// <summary>The server that answered; null when none did, or when the journal does not know the stamp.</summary>
    public ServerStamp? ServerOf(in Sample sample) => ServerOf(sample.Stamp);

    /// <summary>The server of a stamp number; null when the journal does not know it.</summary>
    public ServerStamp? ServerOf(int stamp) => (uint)stamp < servers.Length ? servers[stamp] : null;

    /// <summary>What ran on the server that answered; null when none did, or when the journal does not know the stamp.</summary>
    public ServerVersion? VersionOf(in Sample sample) => sample.Stamp < versions.Length ? versions[sample.Stamp] : null;
}
