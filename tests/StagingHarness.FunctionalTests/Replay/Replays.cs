using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Concurrency;
using StagingHarness.Engines;
using StagingHarness.Execution.Running;
using StagingHarness.FunctionalTests.Engines.Docker;
using StagingHarness.Rehearsals;
using StagingHarness.Scenarios;
using StagingHarness.Scenarios.Diagnostics;

namespace StagingHarness.FunctionalTests.Replay;

/// <summary>Runs scenario files on a real engine, one stage at a time on this machine.</summary>
internal static class Replays
{
    public const string Incident = "scenarios/incident/2023-05-13.scenario.yaml";

    public const string Gate = "scenarios/upgrades/gate.scenario.yaml";

    /// <summary>Half of the time on the incident's clock, for tests that look at what happens rather than at how long it takes.</summary>
    public const string TwiceAsFast = "clock.minute=500ms";

    public const string BringYourOwn = "scenarios/upgrades/bring-your-own.scenario.yaml";

    public static Task<RehearsalResult> RunAsync(string root, string file, EngineWish engine, params string[] overrides) =>
        RunAsync(root, file, engine, static ports => ports, overrides);

    /// <summary>Skips the test where it wishes for Docker and no engine answers.</summary>
    public static async Task<RehearsalResult> RunAsync(
        string root, string file, EngineWish engine, Func<RunPorts, RunPorts> change, params string[] overrides)
    {
        if (engine == EngineWish.Docker)
        {
            await RealEngine.RequireAsync();
        }

        var loaded = ScenarioLoader.Load(Path.Combine(root, file), overrides);
        loaded.Plan.Should().NotBeNull(FindingRenderer.Render(loaded.Findings));
        using var place = await StageLimit.AcquireAsync(TimeSpan.FromMinutes(30), TimeProvider.System, CancellationToken.None);
        return await Rehearsal.RunAsync(
            loaded.Plan!,
            loaded.RootDirectory,
            new RehearsalOptions { Engine = engine, Preparation = TestContext.Progress.WriteLine },
            change,
            CancellationToken.None);
    }
}
