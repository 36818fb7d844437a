using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.TestKit.Fakes;

namespace StagingHarness.TestKit.Records;

/// <summary>A record into which customers with a browser are put.</summary>
public static class BrowserRun
{
    /// <summary>The smallest picture there is need of: what reports carry is not looked into.</summary>
    public static byte[] Picture { get; } = [0xFF, 0xD8, 0xFF, 0xD9];

    /// <summary>One journey at each of these seconds, each of 200 ms, that sees a page of this status.</summary>
    public static RunRecord Visited(this RunRecord record, int status, params double[] seconds)
    {
        var number = record.Events.OfType<BrowserJourneyEnded>().Count();
        var visited = seconds.Aggregate(record, (before, second) => before.With(Journey(++number, second, status)));
        return visited.WithPlan(plan => plan with { Traffic = plan.Traffic with { Browser = [FakeBrowser.Journey(1)] } });
    }

    public static BrowserJourneyEnded Journey(int number, double second, int status) => new()
    {
        At = TimeSpan.FromSeconds(second + 0.2),
        Journey = "dashboard",
        Number = number,
        Began = TimeSpan.FromSeconds(second),
        Took = TimeSpan.FromSeconds(0.2),
        WrongAt = status == 200 ? null : "open /dashboard",
        Why = status == 200 ? null : $"the page /dashboard is answered {status}",
        Status = status,
        Seen = status == 200 ? "" : $"HTTP ERROR {status}",
        Picture = status == 200 ? null : $"browser/dashboard.{number}.jpg",
    };
}
