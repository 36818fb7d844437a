using StagingHarness.Analysis.Outcomes;
using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Wording;
using StagingHarness.History.Events;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Analysis.Detection;

/// <summary>What a detection was decided on, in words.</summary>
public static class DetectionWords
{
    /// <summary>
    /// The first failing request with what became of it: <c>GET /api/account, app 500 by portal-2 (release 2.0 on platform 1)</c>;
    /// without <c>by</c> where no server answered.
    /// </summary>
    /// <param name="fired">The detection.</param>
    /// <param name="traffic">Names the request.</param>
    /// <param name="server">Who answered; null when nobody did.</param>
    public static string First(DetectionFired fired, TrafficPlan traffic, ServerStamp? server) =>
        $"{RequestOf(fired, traffic)}, {OutcomeKind.Of(fired.FirstWrong)}{(server is null ? "" : $" by {server.Instance} ({ServerVersion.Of(server)})")}";

    /// <summary>The same, of a recorded run.</summary>
    public static string First(DetectionFired fired, RunAnalysis analysis) =>
        First(fired, analysis.Record.Plan.Traffic, analysis.Stamps.ServerOf(fired.FirstWrong));

    /// <summary><c>GET /api/account</c>; <c>?</c> where the plan has no such request.</summary>
    public static string RequestOf(DetectionFired fired, TrafficPlan traffic) =>
        fired.FirstWrong.Route < traffic.Requests.Length ? traffic.Requests[fired.FirstWrong.Route].ToString() : "?";

    /// <summary>The rest of it, in sentences: the share since the first wrong answer, the servers, and how the first request is found again.</summary>
    public static string Evidence(DetectionFired fired, long seed)
    {
        var first = fired.FirstWrong;
        var ended = first.Answerer == Answerer.Nobody ? "given up" : "answered";
        var drained = fired.Drained == 0 ? "" : $" {Figures.Count(fired.Drained, "failure")} of connections that were being drained not counted.";
        return $"{fired.Share} of the answers were wrong since the first wrong one{Servers(fired)}. "
            + $"The first: request {RequestId.Of(seed, first.Sequence)}, due +{Figures.Seconds(first.Due)}, {ended} after {Figures.Milliseconds(first.Latency)}.{drained}";
    }

    private static string Servers(DetectionFired fired)
    {
        var versions = fired.Servers.GroupBy(ServerVersion.Of)
            .Select(same => $"{Figures.Joined(same.Select(server => server.Instance))} ({same.Key})");
        return fired.Servers.IsEmpty ? "" : $", by {string.Join("; ", versions)}";
    }
}
