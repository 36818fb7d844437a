using System.Diagnostics;

namespace StagingHarness.Benchmarks;

/// <summary>The command as users publish it for their platform.</summary>
internal static class PublishedStage
{
    /// <summary>
    /// Publishes it, with natively compiled programs where those can be made (that takes a C linker); the run says which generator it had. Returns the path of
    /// its executable.
    /// </summary>
    /// <exception cref="InvalidOperationException">It could not be published; its output was shown.</exception>
    public static async Task<string> MakeAsync(string root)
    {
        await Console.Error.WriteLineAsync("publishing 'stage' as a release");
        var folder = Path.Combine(root, ".stage", "benchmarks", "stage");
        if (await PublishAsync(root, folder, "-p:NativePrograms=true") != 0)
        {
            await Console.Error.WriteLineAsync("publishing with natively compiled programs failed, as is told above; trying without");
            if (await PublishAsync(root, folder) is not 0 and var code)
            {
                throw new InvalidOperationException($"'dotnet publish' ended with exit code {code}; correct what is told above.");
            }
        }

        return Path.Combine(folder, OperatingSystem.IsWindows() ? "stage.exe" : "stage");
    }

    private static async Task<int> PublishAsync(string root, string folder, params string[] more)
    {
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet",
            ["publish", Path.Combine(root, "harness", "StagingHarness.Cli"), "-c", "Release", "-p:CompiledAhead=true", .. more, "-o", folder, "-v", "q", "--nologo"])
        {
            WorkingDirectory = root,
        })!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
