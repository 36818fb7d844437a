using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.TestKit.Records;

/// <summary>The record of a calm run in which the gateway is led to the new version one server after the other.</summary>
public static class RollingRun
{
    /// <summary>At 9, 10, 12 and 13 s one server more is on the new version; traffic flows from 2 s to 25.6 s.</summary>
    public static RunRecord Record() => Record([(9_000, 1), (10_000, 2), (12_000, 3), (13_000, 4)]);

    /// <param name="changes">When (milliseconds since the epoch) so many of the four servers are on the new version; below zero: none takes traffic.</param>
    public static RunRecord Record(IEnumerable<(int At, int New)> changes)
    {
        var record = CalmRun.Record(IncidentPlans.Gate(IncidentPlans.Compatible)).Without(happened => happened is RoutesChanged { Step: "5" });
        return changes.Aggregate(record, (changed, change) => changed.With(new RoutesChanged
        {
            At = TimeSpan.FromMilliseconds(change.At),
            Step = "5",
            Targets = change.New < 0 ? [] : [.. Enumerable.Range(1, 4).Select(server => Target(server, server <= change.New))],
        }));
    }

    private static ServerStamp Target(int server, bool isNew)
    {
        ServerVersion version = isNew ? IncidentPlans.Compatible : IncidentPlans.Old;
        return new ServerStamp($"portal-{server}", version.Release, version.Platform);
    }
}
