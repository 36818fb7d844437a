using System.Collections.Immutable;
using StagingHarness.Analysis.Latency;
using StagingHarness.Analysis.Wording;

namespace StagingHarness.Reporting.Comparing;

/// <summary>The cells of the table, and what its columns mean; the same in every format.</summary>
internal static class ComparedWords
{
    private const string Nothing = "-";

    public static ImmutableArray<string> Headers { get; } =
        ["scenario", "strategy", "engine", "verdict", "share failed", "requests failed", "time to detect", "time to recover", "p95 before", "p95", "suspected cause"];

    /// <summary>Every figure by its formula.</summary>
    public static ImmutableArray<(string Name, string Formula)> Legend { get; } =
    [
        ("strategy", "kinds of steps that changed something, in the order in which they began"),
        ("share failed", "requests failed / requests, of those due from the candidate's first traffic to recovery"),
        ("requests failed", "answered wrongly (otherwise than 2xx, or than was asked for or recorded), or not at all; of the requests due in that window"),
        ("candidate's first traffic", "first request that a server on another version than at the start answered, or the change of routes to one, whichever came first"),
        ("recovery", "first request after the last outage: right answers are unbroken from there on; without an outage the window ends with the traffic"),
        ("time to detect", "first wrong request due -> detection fired, a page sent or a gate refused, whichever came first (real time)"),
        ("time to recover", "first wrong request due -> recovery (real time)"),
        ("p95 before", "95 of 100 requests due before the candidate's first traffic took no longer, from the scheduled moment to the whole answer or to giving up"),
        ("p95", "the same of the requests that the share counts"),
        ("suspected cause", "what the evidence names, see the run's own report; a suspicion, not a finding"),
    ];

    public static ImmutableArray<string> Cells(ComparedRun run)
    {
        var figures = run.Figures;
        return
        [
            run.Scenario,
            run.Strategy.IsEmpty ? Nothing : string.Join(", ", run.Strategy),
            run.Engine,
            run.Verdict,
            figures.FailedShare?.ToString() ?? Nothing,
            figures.Requests == 0 ? Nothing : $"{Figures.Count(figures.Failed)} of {Figures.Count(figures.Requests)}",
            (figures.FirstWrong, figures.TimeToDetect) switch
            {
                (null, _) => Nothing,
                (_, null) => "never",
                (_, { } time) => Figures.Seconds(time),
            },
            (figures.FirstWrong, figures.TimeToRecover) switch
            {
                (null, _) => Nothing,
                (_, null) => "never",
                (_, { } time) => Figures.Seconds(time),
            },
            P95(run.LatencyBefore),
            P95(run.Latency),
            run.Cause ?? Nothing,
        ];
    }

    private static string P95(LatencySummary latency) =>
        latency.Count == 0 ? Nothing : Figures.Milliseconds(TimeSpan.FromMicroseconds(latency.P95));
}
