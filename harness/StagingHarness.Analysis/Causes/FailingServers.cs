using System.Collections.Immutable;
using StagingHarness.Analysis.Runs;
using StagingHarness.History.Events;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Analysis.Causes;

/// <summary>Which servers worked and which failed, and what both attested.</summary>
internal sealed class FailingServers
{
    private readonly ImmutableArray<InstanceAttested> attestations;

    private FailingServers(
        ImmutableArray<ServerStamp> failing,
        ImmutableArray<ServerStamp> working,
        TimeSpan from,
        TimeSpan until,
        ImmutableArray<InstanceAttested> attestations)
    {
        Failing = failing;
        Working = working;
        From = from;
        Until = until;
        this.attestations = attestations;
    }

    /// <summary>Servers whose app answered wrongly at least once.</summary>
    public ImmutableArray<ServerStamp> Failing { get; }

    /// <summary>Servers that answered rightly, and never wrongly.</summary>
    public ImmutableArray<ServerStamp> Working { get; }

    /// <summary>Due time of the first wrong answer of an app, real time since the epoch.</summary>
    public TimeSpan From { get; }

    /// <summary>When the last wrong answer of an app had come.</summary>
    public TimeSpan Until { get; }

    /// <summary>Null when no app answered wrongly.</summary>
    public static FailingServers? Of(RunAnalysis analysis)
    {
        var (failing, working) = (new SortedSet<int>(), new SortedSet<int>());
        TimeSpan? from = null;
        var until = TimeSpan.Zero;
        foreach (ref readonly var sample in analysis.SamplesByDue)
        {
            if (sample.Answerer != Answerer.App)
            {
                continue;
            }

            (sample.Right ? working : failing).Add(sample.Stamp);
            if (!sample.Right)
            {
                from ??= sample.Due;
                until = sample.Done > until ? sample.Done : until;
            }
        }

        var servers = Servers(failing, analysis);
        return from is { } begun
            ? new FailingServers(servers, [.. Servers(working, analysis).Except(servers)], begun, until, [.. analysis.Record.Events.OfType<InstanceAttested>()])
            : null;
    }

    /// <summary>What these servers attested, every generation of them.</summary>
    public IEnumerable<InstanceAttested> Attested(ImmutableArray<ServerStamp> servers) =>
        attestations.Where(attestation => servers.Contains(
            attestation.Version.StampOf(attestation.Instance)));

    private static ImmutableArray<ServerStamp> Servers(IEnumerable<int> stamps, RunAnalysis analysis) =>
    [
        .. stamps
            .Select(analysis.Stamps.ServerOf)
            .Distinct()
            .OfType<ServerStamp>()
            .OrderBy(server => server.Instance, StringComparer.Ordinal)
            .ThenBy(server => server.Release, StringComparer.Ordinal)
            .ThenBy(server => server.Platform, StringComparer.Ordinal)
            .ThenBy(server => server.Configuration, StringComparer.Ordinal),
    ];
}
