using System.Globalization;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.FunctionalTests.Engines;
using StagingHarness.FunctionalTests.Engines.Docker;
using StagingHarness.FunctionalTests.Waiting;
using StagingHarness.Verdicts;

namespace StagingHarness.FunctionalTests.Replay;

/// <summary>Wherever a harness is killed, nothing of its run is left that 'stage clean' would not take away.</summary>
[Category("Nightly")]
[Platform("Linux", Reason = "signals are sent with kill(1), and processes are found below /proc")]
public sealed class KillTests : StageFixture
{
    private const string Seed = "STAGE_KILL_SEED";
    private const int Kills = 30;

    private static readonly TimeSpan Earliest = TimeSpan.FromSeconds(0.2);
    private static readonly TimeSpan Latest = TimeSpan.FromSeconds(12);

    // Far above what an engine takes for a create that was under way when its client died.
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(5);

    [Test]
    public async Task Thirty_runs_killed_at_random_moments_leave_nothing_after_one_clean()
    {
        using var client = (await RealEngine.RequireAsync()).CreateClient();
        await using var image = await PauseImage.ImportAsync(client, $"kills-{Environment.ProcessId}");
        await using var stranger = await StrangeContainer.StartAsync(image);
        var random = new Random(SeedOfThisRun());
        var stages = new List<StageProcess>();
        try
        {
            var leavings = 0;
            for (var kill = 1; kill <= Kills; kill++)
            {
                var moment = Earliest + ((Latest - Earliest) * random.NextDouble());
                stages.Add(await KillAsync(moment));
                var left = await LeftByAsync(stages[^1]);
                leavings += left.Count > 0 ? 1 : 0;
                TestContext.Progress.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"kill {kill} after {moment.TotalSeconds:0.00} s left {left.Count} objects"));
            }

            leavings.Should().BeGreaterThan(Kills / 4, "kills that leave nothing prove nothing");
            using var clean = StageProcess.Start("clean");
            (await clean.EndAsync()).Should().Be(ExitCodes.Passed, clean.Output);
            await NothingIsLeftAsync(stages);
            await Task.Delay(Late, TimeProvider.System, CancellationToken.None);
            await NothingIsLeftAsync(stages);
            (await stranger.IsRunningAsync()).Should().BeTrue();
        }
        finally
        {
            stages.ForEach(stage => stage.Dispose());
        }
    }

    private static int SeedOfThisRun()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable(Seed), CultureInfo.InvariantCulture, out var given)
            ? given
            : Environment.TickCount;
        TestContext.Progress.WriteLine($"seed of the moments: {seed} ({Seed} repeats it)");
        return seed;
    }

    private static async Task<StageProcess> KillAsync(TimeSpan moment)
    {
        var stage = StageProcess.Run(Replays.Gate, "docker");
        await Task.Delay(moment, TimeProvider.System, CancellationToken.None);
        await stage.SignalAsync("KILL");
        await stage.EndAsync();
        return stage;
    }

    private static async Task NothingIsLeftAsync(IReadOnlyList<StageProcess> stages)
    {
        foreach (var stage in stages)
        {
            (await LeftByAsync(stage)).Should().BeEmpty();
            await Eventually.IsTrueAsync("its processes are gone", async () => !await HasProcessesAsync(stage), TimeSpan.FromSeconds(20));
        }
    }

    private static async Task<bool> HasProcessesAsync(StageProcess stage) => stage.HasRun && (await RunProcesses.FindAsync(stage)).Count > 0;

    /// <summary>What bears the label of a run of this harness; of every run that it may have begun.</summary>
    private static async Task<IReadOnlyList<string>> LeftByAsync(StageProcess stage) => stage.HasRun
        ? (await DockerCommand.ObjectsOfAsync(stage.RunId)).Split('\n', StringSplitOptions.RemoveEmptyEntries)
        : [];
}
