using FluentAssertions;
using NUnit.Framework;
using StagingHarness.FunctionalTests.Engines;
using StagingHarness.FunctionalTests.Engines.Docker;
using StagingHarness.FunctionalTests.Waiting;
using StagingHarness.History.Events;
using StagingHarness.Verdicts;

namespace StagingHarness.FunctionalTests.Replay;

/// <summary>A run that is interrupted half-way leaves nothing behind; one that is killed leaves nothing that 'stage clean' would not take away.</summary>
[Platform("Linux", Reason = "signals are sent with kill(1), and processes are found below /proc")]
public sealed class InterruptionTests : StageFixture
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Test]
    public async Task Run_that_is_interrupted_half_way_exits_130_cleans_up_and_says_so_in_its_journal()
    {
        using var stage = StageProcess.Run(Replays.Incident, "process");
        await stage.ReachTrafficAsync();

        await stage.SignalAsync("INT");

        (await stage.EndAsync()).Should().Be(ExitCodes.Interrupted);
        stage.Events.Last().Should().BeOfType<RunEnded>().Which.Ending.Should().Be(RunEnding.Aborted);
        (await RunProcesses.FindAsync(stage)).Should().BeEmpty();
    }

    [Test]
    public async Task Run_that_is_killed_half_way_leaves_no_process_behind()
    {
        using var stage = StageProcess.Run(Replays.Incident, "process");
        await stage.ReachTrafficAsync();
        (await RunProcesses.FindAsync(stage)).Should().HaveCountGreaterThanOrEqualTo(
            8, "four servers, gateway, provider, generator and the harness itself run, and the check below must be able to fail");

        await stage.SignalAsync("KILL");

        await stage.EndAsync();
        await NoProcessIsLeftAsync(stage);
    }

    [Test]
    public async Task Run_on_containers_that_is_interrupted_half_way_leaves_nothing_on_the_engine()
    {
        await RealEngine.RequireAsync();
        using var stage = StageProcess.Run(Replays.Gate, "docker");
        await stage.ReachTrafficAsync();
        await StandsOnTheEngineAsync(stage);

        await stage.SignalAsync("INT");

        (await stage.EndAsync()).Should().Be(ExitCodes.Interrupted);
        stage.Events.Last().Should().BeOfType<RunEnded>().Which.Should().Match<RunEnded>(
            ended => ended.Ending == RunEnding.Aborted && ended.LeftBehind.IsEmpty);
        (await DockerCommand.ObjectsOfAsync(stage.RunId)).Should().BeEmpty();
        (await RunProcesses.FindAsync(stage)).Should().BeEmpty();
    }

    [Test]
    [Category("Nightly")]
    public async Task Clean_takes_away_what_a_killed_run_left_and_spares_living_runs_and_strangers()
    {
        using var client = (await RealEngine.RequireAsync()).CreateClient();
        await using var image = await PauseImage.ImportAsync(client, $"interruption-{Environment.ProcessId}");
        await using var stranger = await StrangeContainer.StartAsync(image);
        using var living = StageProcess.Run(Replays.Incident, "docker");
        await living.ReachTrafficAsync();

        // Stopped, it is as alive as before, and changes nothing by itself meanwhile.
        await living.SignalAsync("STOP");
        var standing = await DockerCommand.ObjectsOfAsync(living.RunId);
        using var killed = StageProcess.Run(Replays.Gate, "docker");
        await killed.ReachTrafficAsync();
        await killed.SignalAsync("KILL");
        await killed.EndAsync();
        await StandsOnTheEngineAsync(killed);

        using var clean = StageProcess.Start("clean");

        (await clean.EndAsync()).Should().Be(ExitCodes.Passed, clean.Output);
        (await DockerCommand.ObjectsOfAsync(killed.RunId)).Should().BeEmpty();
        clean.Output.Should().Contain($"of run '{killed.RunId}', whose harness (process {killed.Id}) is gone, was removed.");
        (await DockerCommand.ObjectsOfAsync(living.RunId)).Should().Be(standing).And.Contain("container");
        (await stranger.IsRunningAsync()).Should().BeTrue();
        await NoProcessIsLeftAsync(killed);

        await living.SignalAsync("CONT");
        await living.SignalAsync("INT");
        await living.EndAsync();
        (await DockerCommand.ObjectsOfAsync(living.RunId)).Should().BeEmpty("it takes itself down");
    }

    private static async Task StandsOnTheEngineAsync(StageProcess stage) =>
        (await DockerCommand.ObjectsOfAsync(stage.RunId)).Split('\n').Should().HaveCountGreaterThanOrEqualTo(
            10, "four servers, gateway, provider, relay and three networks stand, and the check of what is left must be able to fail");

    private static Task NoProcessIsLeftAsync(StageProcess stage) => Eventually.IsTrueAsync(
        "no process of the run is left", async () => (await RunProcesses.FindAsync(stage)).Count == 0, Patience);
}
