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
        var byApp = analysis.SamplesByDue.Where(sample => sample.Answerer == Answerer.App);
        var wrong = byApp.Where(sample => !sample.Right);
        if (!wrong.Any())
        {
            return null;
        }

        var failing = Servers(wrong, analysis);
        return new FailingServers(
            failing,
            [.. Servers(byApp.Where(sample => sample.Right), analysis).Except(failing)],
            wrong.First().Due,
            wrong.Max(sample => sample.Done),
            [.. analysis.Record.Events.OfType<InstanceAttested>()]);
    }

    /// <summary>What these servers attested, every generation of them.</summary>
    public IEnumerable<InstanceAttested> Attested(ImmutableArray<ServerStamp> servers) =>
        attestations.Where(attestation => servers.Contains(
            attestation.Version.StampOf(attestation.Instance)));

    private static ImmutableArray<ServerStamp> Servers(IEnumerable<Sample> samples, RunAnalysis analysis) =>
    [
        .. samples
            .DistinctBy(sample => sample.Stamp)
            .Select(analysis.Stamps.ServerOf)
            .Distinct()
            .OfType<ServerStamp>()
            .OrderBy(server => server.Instance, StringComparer.Ordinal)
            .ThenBy(server => server.Release, StringComparer.Ordinal),
    ];
}
