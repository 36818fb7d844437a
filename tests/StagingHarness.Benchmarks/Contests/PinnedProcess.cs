using System.Diagnostics;
using System.Globalization;

namespace StagingHarness.Benchmarks.Contests;

/// <summary>Processes that run on one core only.</summary>
internal static class PinnedProcess
{
    /// <summary>The program that pins; it becomes what it starts, so the process is the same.</summary>
    public const string Tool = "taskset";

    /// <summary>Starts a program there, with its standard output redirected.</summary>
    public static Process Start(int core, string program, IEnumerable<string> arguments, Action<ProcessStartInfo> configure)
    {
        var start = new ProcessStartInfo(Tool, ["--cpu-list", Number(core), program, .. arguments]) { RedirectStandardOutput = true };
        configure(start);
        return Process.Start(start)!;
    }

    /// <summary>Moves all threads of this process there.</summary>
    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public static async Task MoveThisAsync(int core)
    {
        var start = new ProcessStartInfo(Tool, ["--all-tasks", "--cpu-list", "--pid", Number(core), Number(Environment.ProcessId)])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"'{Tool}' ended with exit code {process.ExitCode}, so nothing can be pinned.");
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
