using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Concurrency;
using StagingHarness.Execution.Running;
using StagingHarness.Rehearsals;
using StagingHarness.Scenarios;
using StagingHarness.Scenarios.Diagnostics;

namespace StagingHarness.FunctionalTests.Replay;

/// <summary>Runs scenario files on real processes, one stage at a time on this machine.</summary>
internal static class Replays
{
    public const string Incident = "scenarios/incident/2023-05-13.scenario.yaml";

    public const string Gate = "scenarios/upgrades/gate.scenario.yaml";

    public static Task<RehearsalResult> RunAsync(string root, string file, params string[] overrides) =>
        RunAsync(root, file, static ports => ports, overrides);

    public static async Task<RehearsalResult> RunAsync(string root, string file, Func<RunPorts, RunPorts> change, params string[] overrides)
    {
        var loaded = ScenarioLoader.Load(Path.Combine(root, file), overrides);
        loaded.Plan.Should().NotBeNull(FindingRenderer.Render(loaded.Findings));
        using var place = await StageLimit.AcquireAsync(TimeSpan.FromMinutes(30), TimeProvider.System, CancellationToken.None);
        return await Rehearsal.RunAsync(
            loaded.Plan!,
            loaded.RootDirectory,
            new RehearsalOptions { Preparation = TestContext.Progress.WriteLine },
            change,
            CancellationToken.None);
    }
}
