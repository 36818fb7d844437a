using System.Diagnostics;

namespace StagingHarness.Benchmarks;

/// <summary>The command as users publish it for their platform.</summary>
internal static class PublishedStage
{
    /// <summary>Publishes it, and returns the path of its executable.</summary>
    /// <exception cref="InvalidOperationException">It could not be published; its output was shown.</exception>
    public static async Task<string> MakeAsync(string root)
    {
        await Console.Error.WriteLineAsync("publishing 'stage' as a release");
        var folder = Path.Combine(root, ".stage", "benchmarks", "stage");
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet",
            ["publish", Path.Combine(root, "harness", "StagingHarness.Cli"), "-c", "Release", "-p:CompiledAhead=true", "-o", folder, "-v", "q", "--nologo"])
        {
            WorkingDirectory = root,
        })!;
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? Path.Combine(folder, OperatingSystem.IsWindows() ? "stage.exe" : "stage")
            : throw new InvalidOperationException($"'dotnet publish' ended with exit code {process.ExitCode}; correct what is told above.");
    }
}
