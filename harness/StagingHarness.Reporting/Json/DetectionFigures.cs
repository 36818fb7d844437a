using StagingHarness.Analysis.Detection;
using StagingHarness.Analysis.Outcomes;
using StagingHarness.History.Events;
using StagingHarness.Protocols.Samples;
using StagingHarness.Reporting.Runs;

namespace StagingHarness.Reporting.Json;

/// <summary>What each detection was decided on, for programs.</summary>
internal static class DetectionFigures
{
    /// <summary>In the order in which they fired; empty when none did.</summary>
    public static IEnumerable<object> Of(JudgedRun run) => run.Record.Events.OfType<DetectionFired>().Select(fired => new
    {
        AtSeconds = fired.At.TotalSeconds,
        Incident = run.Analysis.Clock.Show(fired.At),
        fired.Seen,
        fired.Wrong,
        WrongSinceFirst = fired.Share.Value,
        fired.Drained,
        Servers = fired.Servers.Select(Of),
        FirstWrong = First(fired, run),
    });

    private static object First(DetectionFired fired, JudgedRun run) => new
    {
        Request = DetectionWords.RequestOf(fired, run.Plan.Traffic),
        Id = RequestId.Of(run.Plan.Seed, fired.FirstWrong.Sequence),
        DueSeconds = fired.FirstWrong.Due.TotalSeconds,
        LatencySeconds = fired.FirstWrong.Latency.TotalSeconds,
        Answer = OutcomeKind.Of(fired.FirstWrong).ToString(),
        Server = run.Analysis.Stamps.ServerOf(fired.FirstWrong) is { } server ? Of(server) : null,
    };

    private static object Of(ServerStamp server) => new { server.Instance, server.Release, server.Platform, server.Configuration };
}
