using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.TestKit.Records;

/// <summary>The record of a run in which the upgrade works, every answer is right and nobody is paged.</summary>
public static class CalmRun
{
    public const int HandedOver = 9_050;
    public const int LastDue = 25_500;

    public static RunRecord Record(ScenarioPlan plan)
    {
        var samples = SampleSeries.Every(
            10, IncidentRun.FirstDue, LastDue, (due, index) => SampleAnswer.App(200, (due < HandedOver ? 1 : 5) + (index % 4)));
        var script = new RunScript(plan);
        OpeningRun.Write(script, plan);
        var version = ((ActivateStepPlan)script.Step("5")).Version;
        script.Begin("5", 9_001);
        script.Route("5", 9_052, version);
        script.See(9_060, 5, version);
        script.Stop("5", 9_200, 1);
        script.Attest("5", 9_290, version, 2);
        script.Complete("5", 9_300, $"the gateway leads to 4 servers that attest {version}");
        script.Begin("6", 9_301);
        script.Complete("6", 24_301, "the traffic was watched for as long as planned");
        foreach (var step in plan.Runbook)
        {
            script.Skip(step.Number, 24_302, StepSkipKind.NoPage, "no page went out");
        }

        script.Begin("C1", 24_400);
        script.Attest("C1", 24_450, version, 2);
        script.Complete("C1", 25_500, "every server attests the new version, and 110 of 110 answers were right");
        script.Health(IncidentRun.FirstDue, 25_500);
        script.StopTraffic(25_500, samples);
        return script.Record(samples, [.. PortalLogs.Started(1, 900), .. PortalLogs.Started(2, 4_400)]);
    }
}
