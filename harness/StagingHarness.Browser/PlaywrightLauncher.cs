using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;
using StagingHarness.Execution.Ports.Browsing;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Members;

namespace StagingHarness.Browser;

/// <summary>Starts Chromium without a window, driven by Playwright.</summary>
public sealed class PlaywrightLauncher : IBrowserLauncher
{
    /// <summary>Environment variable, Playwright's own, that names the folder in which its driver lies.</summary>
    private const string DriverVariable = "PLAYWRIGHT_DRIVER_SEARCH_PATH";

    private static readonly string Driver = Environment.GetEnvironmentVariable(DriverVariable) is { Length: > 0 } named
        ? named
        : AppContext.BaseDirectory;

    public string Find()
    {
        if (!Directory.Exists(Path.Combine(Driver, ".playwright")))
        {
            throw new BrowserMissingException(
                $"what drives one is not there: '{Path.Combine(Driver, ".playwright")}' comes with the package Microsoft.Playwright. Refer to it in the project that runs the "
                + $"scenario, or name the folder above '.playwright' in {DriverVariable}.");
        }

        return BrowserProgram.Find(OfPlaywright()) ?? throw new BrowserMissingException(BrowserProgram.Missing);
    }

    public async Task<Execution.Ports.Browsing.IBrowser> LaunchAsync(BrowserOrder order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        var program = Find();
        IPlaywright? playwright = null;
        try
        {
            playwright = await Playwright.CreateAsync().WaitAsync(cancellationToken);
            var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = program,
                Args = [.. Arguments(order)],

                // Ctrl+C is the harness's: it ends the browser when the run is cleaned up, and not before.
                HandleSIGINT = false,
                HandleSIGTERM = false,
                HandleSIGHUP = false,
            }).WaitAsync(cancellationToken);

            // The first page of a browser takes longer than all later ones.
            await using (var context = await browser.NewContextAsync().WaitAsync(cancellationToken))
            {
                await context.NewPageAsync().WaitAsync(cancellationToken);
            }

            return new PlaywrightBrowser(playwright, browser, order.Gateway);
        }
        catch (Exception exception) when (exception is PlaywrightException or IOException or TimeoutException)
        {
            playwright?.Dispose();
            throw new BrowserFailedException($"'{program}' did not come up", exception);
        }
        catch
        {
            playwright?.Dispose();
            throw;
        }
    }

    /// <summary>Members of the stage are reached where the engine published them; and nothing but the stage is asked for anything.</summary>
    internal static IEnumerable<string> Arguments(BrowserOrder order)
    {
        IEnumerable<string> rules =
        [
            .. order.Routes.Select(Rule),
            .. new[] { order.Gateway.Host }.Where(host => order.Routes.All(route => route.Host != host)).Select(host => $"EXCLUDE {host}"),
            "EXCLUDE localhost",
            "EXCLUDE 127.0.0.1",
            "MAP * ~NOTFOUND",
        ];
        return
        [
            $"--host-resolver-rules={string.Join(", ", rules)}",
            "--disable-background-networking",

            // The gateway's own key and no other: every other certificate is looked at as ever. Chromium reads it only beside a profile of its own,
            // which Playwright gives it.
            .. order.GatewayKeyHash is { } hash ? [$"--ignore-certificate-errors-spki-list={hash}"] : (string[])[],

            // Inside of a container, and as root, Chromium cannot make its own.
            "--no-sandbox",
        ];
    }

    private static string Rule(ClientRoute route) =>
        string.Create(CultureInfo.InvariantCulture, $"MAP {route.Host}:{route.Port} {Shown(route.At)}:{route.At.Port}");

    private static string Shown(IPEndPoint at) => at.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{at.Address}]" : at.Address.ToString();

    /// <summary>Where Playwright installs browsers; the folder's name has a number of its own in it.</summary>
    private static string? OfPlaywright()
    {
        var folder = Environment.GetEnvironmentVariable("PLAYWRIGHT_BROWSERS_PATH") is { Length: > 1 } named
            ? named
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "ms-playwright");
        return Directory.Exists(folder)
            ? Directory.EnumerateDirectories(folder, "chromium-*").Order(StringComparer.Ordinal)
                .Select(installed => Path.Combine(installed, "chrome-linux", "chrome"))
                .LastOrDefault(File.Exists)
            : null;
    }
}
