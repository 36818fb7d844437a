using System.Collections.Immutable;
using System.Diagnostics;
using NUnit.Framework;

namespace StagingHarness.FunctionalTests.Packages;

/// <summary>Runs a command as a user's shell would, with nothing of the test run's own in its environment.</summary>
internal static class DotnetCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <returns>Exit code, and both outputs joined.</returns>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        string program, string folder, ImmutableDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsOfTheTestRun).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        using var deadline = new CancellationTokenSource(Patience, TimeProvider.System);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"'{program} {string.Join(' ', arguments)}' did not end within {Patience.TotalMinutes} min.");
        }

        var both = await output + await error;
        TestContext.Progress.WriteLine($"{program} {string.Join(' ', arguments)}\n{both}");
        return (process.ExitCode, both);
    }

    private static bool IsOfTheTestRun(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("STAGE_", StringComparison.Ordinal);
}
