using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.TestKit.Records;

/// <summary>The replay of the incident, and a calm run, with alert rules that were evaluated.</summary>
public static class AlertedRun
{
    /// <summary>The rule fires a quarter of a second after the first wrong answer.</summary>
    public static RunRecord Incident() => Watched(IncidentRun.Record(IncidentPlans.Replay())).With(new AlertChanged
    {
        At = TimeSpan.FromMilliseconds(9_550),
        Rule = AlertPlans.Wrong.Name,
        From = AlertState.Quiet,
        To = AlertState.Firing,
        Evaluated = TimeSpan.FromMilliseconds(9_500),
        Reading = "44 % in 100 answers",
        Samples = 100,
        Needed = 20,
        Pages = true,
    });

    /// <summary>Nothing fires.</summary>
    public static RunRecord Calm() => Watched(CalmRun.Record(IncidentPlans.Replay()));

    private static RunRecord Watched(RunRecord record)
    {
        var traffic = record.Events.OfType<TrafficStarted>().Single().At;
        return record
            .WithPlan(plan => plan with { Alerting = AlertPlans.All })
            .With(new AlertWatchBegan { At = traffic, Every = TimeSpan.FromMilliseconds(250), Origin = traffic });
    }
}
