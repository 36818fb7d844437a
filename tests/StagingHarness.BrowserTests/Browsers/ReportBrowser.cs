using Microsoft.Playwright;
using NUnit.Framework;
using StagingHarness.Browser;
using StagingHarness.NUnit;

namespace StagingHarness.BrowserTests.Browsers;

/// <summary>One browser for all tests of a fixture, cut off from every network.</summary>
internal sealed class ReportBrowser : IAsyncDisposable
{
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private ReportBrowser(IPlaywright playwright, IBrowser browser)
    {
        this.playwright = playwright;
        this.browser = browser;
    }

    /// <exception cref="IgnoreException">There is no browser on this machine.</exception>
    public static async Task<ReportBrowser> StartAsync()
    {
        var program = BrowserProgram.Find(ofPlaywright: null);
        if (program is null)
        {
            SkipPolicy.Skip($"The page needs a browser, and {BrowserProgram.Missing}");
        }

        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = program,
            Args = ["--no-sandbox", "--disable-background-networking"],
        });
        return new ReportBrowser(playwright, browser);
    }

    public async Task<IBrowserContext> OpenAsync(BrowserNewContextOptions options) =>
        await browser.NewContextAsync(new BrowserNewContextOptions(options) { Offline = true });

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
