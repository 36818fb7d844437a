using System.Collections.Immutable;
using StagingHarness.History.Events;
using StagingHarness.Protocols.Generator;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.TestKit.Records;

/// <summary>What every hand-made run begins with: the stage, the traffic, the baseline, and the new version staged.</summary>
internal static class OpeningRun
{
    public static void Write(RunScript script, ScenarioPlan plan)
    {
        var target = ((StageVersionStepPlan)script.Step("4")).Version;
        WriteBaseline(script, plan);
        script.Begin("4", 4_000);
        script.Place("4", 4_100, target);
        script.Start("4", 4_500, target, 2);
        script.Attest("4", 4_510, target, 2);
        script.Complete("4", 4_600, $"4 servers hold {target} and attest it");
    }

    /// <summary>The same, before anything is changed.</summary>
    public static void WriteBaseline(RunScript script, ScenarioPlan plan)
    {
        var old = plan.Stage[0].Version;
        script.Add(100, null, new ArtifactPrepared { Artifact = "portal/platform/1", Digest = "sha256:01", FromCache = false, Took = TimeSpan.FromSeconds(3.2) });
        script.Begin("1", 200);
        Members(script);
        script.Place("1", 300, old);
        script.Start("1", 1_000, old, 1);
        script.Attest("1", 1_010, old, 1);
        script.Route("1", 1_500, old);
        script.Complete("1", 1_600, "4 servers, the gateway, the provider and the generator are ready");
        script.Begin("2", 1_601);
        script.Add(2_001, "2", new TrafficStarted { RatePerSecond = 100, Generator = "jit", WarmUpRequests = 60, SelfCheck = new PacerLateness(200, 22_000, 310_000) });
        script.Complete("2", 2_002, "100 requests per second flow, generator jit");
        script.See(2_010, 1, old);
        script.Begin("3", 2_003);
        script.Add(3_999, "3", new DetectionRearmed { Reason = "the baseline was met" });
        script.Complete("3", 3_999, "199 of 199 answers on the unchanged stage were right");
    }

    private static void Members(RunScript script)
    {
        foreach (var member in ImmutableArray.Create("gateway", "provider", "generator"))
        {
            script.Add(250, "1", new InstanceStarted
            {
                Instance = member,
                Service = null,
                Version = null,
                Generation = 1,
                Identity = "pid 3999",
                Address = "http://127.0.0.1:4000",
                ReadyAfter = TimeSpan.FromMilliseconds(300),
                Log = $"logs/{member}.1.log",
            });
        }
    }
}
