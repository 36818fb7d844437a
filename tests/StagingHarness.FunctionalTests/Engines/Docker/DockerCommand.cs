using System.Diagnostics;
using FluentAssertions;

namespace StagingHarness.FunctionalTests.Engines.Docker;

/// <summary>The docker command: what tests know of the engine does not come from the code that they test.</summary>
internal static class DockerCommand
{
    /// <summary>Runs it, and returns its standard output without the last line feed.</summary>
    public static async Task<string> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("docker", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = System.Diagnostics.Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0, "'docker {0}' must work: {1}", string.Join(' ', arguments), await error);
        return output.TrimEnd('\n');
    }

    /// <summary>Ids and names of the run's containers, networks and volumes; empty when nothing is left.</summary>
    public static async Task<string> ObjectsOfAsync(string runId)
    {
        var label = $"label=org.staging-harness.run={runId}";
        return string.Join('\n', new[]
        {
            await RunAsync("ps", "--all", "--filter", label, "--format", "container {{.Names}}"),
            await RunAsync("network", "ls", "--filter", label, "--format", "network {{.Name}}"),
            await RunAsync("volume", "ls", "--filter", label, "--format", "volume {{.Name}}"),
        }.Where(lines => lines.Length > 0));
    }
}
