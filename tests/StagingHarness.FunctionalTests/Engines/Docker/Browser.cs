using System.Diagnostics;
using System.Globalization;
using FluentAssertions;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.NUnit;
using StagingHarness.TestKit.Files;

namespace StagingHarness.FunctionalTests.Engines.Docker;

/// <summary>A real browser without a window, as a person on this machine would use one.</summary>
internal static class Browser
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>What the browser shows at the address, as HTML; skips the test where there is no browser.</summary>
    /// <param name="address">As members of the stage write it.</param>
    /// <param name="route">The way there from outside.</param>
    public static async Task<string> ShowAsync(Uri address, ClientRoute route)
    {
        using var profile = new TemporaryFolder();
        var start = new ProcessStartInfo(Find()) { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", $"--user-data-dir={profile.Path}", "--dump-dom",
            string.Create(CultureInfo.InvariantCulture, $"--host-resolver-rules=MAP {route.Host}:{route.Port} {route.At}"),
            address.ToString(),
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var browser = System.Diagnostics.Process.Start(start)!;
        using var deadline = new CancellationTokenSource(Patience, TimeProvider.System);
        try
        {
            var error = browser.StandardError.ReadToEndAsync(deadline.Token);
            var shown = await browser.StandardOutput.ReadToEndAsync(deadline.Token);
            await browser.WaitForExitAsync(deadline.Token);
            browser.ExitCode.Should().Be(0, "the browser must run: {0}", await error);
            return shown;
        }
        finally
        {
            browser.Kill(entireProcessTree: true);
            await browser.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static string Find()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/bin");
        var found = folders.SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
        if (found is null)
        {
            SkipPolicy.Skip($"This test needs a browser ({string.Join(", ", Names)}) on PATH. Install one ('apt-get install chromium').");
        }

        return found!;
    }
}
