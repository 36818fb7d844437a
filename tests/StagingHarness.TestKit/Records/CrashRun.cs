using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.TestKit.Records;

/// <summary>The record of a run in which the new version does not come up when it is staged; the old one goes on serving, and the run ends.</summary>
public static class CrashRun
{
    private const int LastDue = 5_990;

    public static RunRecord Record(ScenarioPlan plan)
    {
        var samples = SampleSeries.Every(10, IncidentRun.FirstDue, LastDue, (_, index) => SampleAnswer.App(200, 1 + (index % 4)));
        var script = new RunScript(plan);
        OpeningRun.WriteBaseline(script, plan);
        script.Begin("4", 4_000);
        script.Place("4", 4_100, ((StageVersionStepPlan)script.Step("4")).Version);
        script.Add(4_500, "4", new StepFailed { Kind = StepFailureKind.StartUp, Reason = "'portal-2' ended with exit code 134 before it was ready." });
        foreach (var step in plan.Steps.SkipWhile(step => step.Number != "4").Skip(1).Concat(plan.Runbook).Concat(plan.Closing.OfType<VerifyStepPlan>()))
        {
            script.Skip(step.Number, 4_510, StepSkipKind.EarlierFailure, "an earlier step failed");
        }

        script.Health(IncidentRun.FirstDue, LastDue);
        script.StopTraffic(6_000, samples);
        return script.Record(samples, [.. PortalLogs.Started(1, 900)]);
    }
}
