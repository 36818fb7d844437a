using System.Diagnostics;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Concurrency;
using StagingHarness.History.Events;
using StagingHarness.History.Journal;
using StagingHarness.TestKit.Files;
using StagingHarness.Verdicts;

namespace StagingHarness.FunctionalTests.Replay;

/// <summary>A run that is interrupted or killed half-way leaves no process behind.</summary>
[Platform("Linux", Reason = "signals are sent with kill(1), and processes are found below /proc")]
public sealed class InterruptionTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Test]
    public async Task Run_that_is_interrupted_half_way_exits_130_cleans_up_and_says_so_in_its_journal()
    {
        using var runs = new TemporaryFolder();
        using var place = await StageLimit.AcquireAsync(TimeSpan.FromMinutes(30), TimeProvider.System, CancellationToken.None);
        using var stage = Start(runs);
        var journal = await ReachTrafficAsync(stage, runs);

        await SignalAsync("INT", stage.Id);

        await stage.WaitForExitAsync(new CancellationTokenSource(Patience, TimeProvider.System).Token);
        stage.ExitCode.Should().Be(ExitCodes.Interrupted);
        JournalReader.Read(journal).Events.Last().Should().BeOfType<RunEnded>()
            .Which.Ending.Should().Be(RunEnding.Aborted);
        (await ProcessesOfAsync(runs, journal)).Should().BeEmpty();
    }

    [Test]
    public async Task Run_that_is_killed_half_way_leaves_no_process_behind()
    {
        using var runs = new TemporaryFolder();
        using var place = await StageLimit.AcquireAsync(TimeSpan.FromMinutes(30), TimeProvider.System, CancellationToken.None);
        using var stage = Start(runs);
        var journal = await ReachTrafficAsync(stage, runs);
        (await ProcessesOfAsync(runs, journal)).Should().HaveCountGreaterThanOrEqualTo(
            8, "four servers, gateway, provider, generator and the harness itself run, and the check below must be able to fail");

        await SignalAsync("KILL", stage.Id);

        await stage.WaitForExitAsync(new CancellationTokenSource(Patience, TimeProvider.System).Token);
        await EventuallyAsync(async () => (await ProcessesOfAsync(runs, journal)).Count == 0, () => "processes of the run are still there");
    }

    private static Process Start(TemporaryFolder runs)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            WorkingDirectory = Checkout.Root,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "stage.dll"), "run", Replays.Incident, "--runs", runs.Path];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, line) => TestContext.Progress.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    /// <returns>The journal of the run.</returns>
    private static async Task<string> ReachTrafficAsync(Process stage, TemporaryFolder runs)
    {
        string? journal = null;
        await EventuallyAsync(
            () =>
            {
                stage.HasExited.Should().BeFalse("the run must still go on");
                journal = Directory.EnumerateFiles(runs.Path, "journal.ndjson", SearchOption.AllDirectories).SingleOrDefault();
                return Task.FromResult(journal is not null && JournalReader.Read(journal).Events.OfType<TrafficObserved>().Any());
            },
            () => $"no traffic flows yet (journal: {journal ?? "none"})");
        return journal!;
    }

    /// <summary>Processes that carry the label of the run, or whose arguments or environment name its folder.</summary>
    private static async Task<IReadOnlyList<string>> ProcessesOfAsync(TemporaryFolder runs, string journal)
    {
        var label = $"STAGING_HARNESS_RUN={Path.GetFileName(Path.GetDirectoryName(journal))}";
        var found = new List<string>();
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(folder => int.TryParse(Path.GetFileName(folder), out _)))
        {
            try
            {
                var text = await File.ReadAllTextAsync(Path.Combine(folder, "cmdline")) + await File.ReadAllTextAsync(Path.Combine(folder, "environ"));
                if (text.Contains(runs.Path, StringComparison.Ordinal) || text.Contains(label, StringComparison.Ordinal))
                {
                    found.Add(text.Replace('\0', ' '));
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // It ended while it was being read, or it is not ours.
            }
        }

        return found;
    }

    private static async Task SignalAsync(string signal, int process)
    {
        using var kill = Process.Start("kill", ["-" + signal, process.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        kill.ExitCode.Should().Be(0);
    }

    private static async Task EventuallyAsync(Func<Task<bool>> condition, Func<string> lastObservation)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(start) > Patience)
            {
                Assert.Fail($"Within {Patience.TotalSeconds} s: {lastObservation()}.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, CancellationToken.None);
        }
    }
}
