using System.Collections.Immutable;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.TestKit.Records;

/// <summary>
/// The record of a run in which the upgrade breaks every business request, and the runbook brings the old version back.
/// The first request is due at 2,000 ms; the new version takes the traffic at 9,050 ms, the old one again at 19,090 ms.
/// </summary>
public static class IncidentRun
{
    public const int FirstDue = 2_000;
    public const int HandedOver = 9_050;
    public const int Detected = 9_085;
    public const int RolledBack = 15_088;
    public const int TakenOut = 17_100;
    public const int Returned = 19_090;
    public const int LastDue = 23_200;

    public static RunRecord Record(ScenarioPlan plan)
    {
        var samples = SampleSeries.Every(10, FirstDue, LastDue, (due, index) => due switch
        {
            < HandedOver or >= Returned => SampleAnswer.App(200, 1 + (index % 4)),
            < TakenOut => SampleAnswer.App(500, 5 + (index % 4)),
            _ => SampleAnswer.Gateway(503),
        });
        var script = new RunScript(plan);
        var old = plan.Stage[0].Version;
        OpeningRun.Write(script, plan);
        Activate(script, plan);
        Detect(script, samples, ((ActivateStepPlan)script.Step("5")).Version);
        Runbook(script, old);
        script.Begin("C1", 22_104);
        script.Attest("C1", 22_150, old, 3);
        script.Complete("C1", 23_200, "every server attests the old version, and 110 of 110 answers were right");
        script.Health(FirstDue, TakenOut);
        script.Health(17_900, 23_200);
        script.StopTraffic(23_200, samples);
        return script.Record(samples, [.. PortalLogs.Started(1, 900), .. PortalLogs.Of(samples, 5, 2), .. PortalLogs.Started(3, 17_600)]);
    }

    private static void Activate(RunScript script, ScenarioPlan plan)
    {
        var version = ((ActivateStepPlan)script.Step("5")).Version;
        script.Begin("5", 9_001);
        script.Route("5", 9_052, version);
        script.See(9_060, 5, version);
        script.Stop("5", 9_200, 1);
        script.Attest("5", 9_290, version, 2);
        script.Complete("5", 9_300, $"the gateway leads to {plan.Stage[0].Instances} servers that attest {version}");
    }

    private static void Detect(RunScript script, ImmutableArray<Sample> samples, ServerVersion version)
    {
        var firstWrong = samples.First(sample => !sample.Right);
        script.Add(Detected, null, new DetectionFired
        {
            Seen = 508,
            Wrong = 3,
            Share = Share.All,
            FirstWrongDue = firstWrong.Due,
            FirstWrong = firstWrong,
            Servers = [.. script.Servers.Take(3).Select(server => new ServerStamp(server, version.Release, version.Platform))],
            Statistic = 2.4e7,
            Threshold = 2e7,
        });
        script.Add(Detected, null, new PageSent { Summary = "3 of 508 answers were wrong (100 % since the first wrong one)" });
        script.Begin("6", 9_301);
        script.Complete("6", 9_302, "a page ended the watch");
    }

    private static void Runbook(RunScript script, ServerVersion old)
    {
        script.Begin("R1", 9_303);
        script.Add(14_085, "R1", new PageAcknowledged { By = "on-call team (scripted)" });
        script.Complete("R1", 14_086, "the page is acknowledged");
        script.Begin("R2", 14_087);
        script.Complete("R2", 15_087, "the decision is made");
        script.Begin("R3", RolledBack);
        script.Place("R3", 15_200, old);
        script.Complete("R3", 17_088, $"4 servers hold {old} again");
        script.Begin("R4", 17_089);
        script.Route("R4", TakenOut, null);
        script.Stop("R4", 17_200, 2);
        script.Start("R4", 17_700, old, 3);
        script.Attest("R4", 17_710, old, 3);
        script.Route("R4", 19_100, old);
        script.Add(19_101, "R4", new DetectionRearmed { Reason = "all servers take traffic again" });
        script.Complete("R4", 19_102, $"4 servers were restarted, attest {old}, and take all traffic");
        script.Begin("R5", 19_103);
        script.Complete("R5", 22_103, "the traffic was watched for as long as planned");
    }
}
