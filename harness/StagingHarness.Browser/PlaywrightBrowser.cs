using Microsoft.Playwright;
using StagingHarness.Execution.Ports.Browsing;
using StagingHarness.Execution.Ports.Failures;

namespace StagingHarness.Browser;

/// <summary>Chromium, driven by Playwright: one profile a journey, which is thrown away.</summary>
internal sealed class PlaywrightBrowser(IPlaywright playwright, Microsoft.Playwright.IBrowser browser, Uri gateway) : Execution.Ports.Browsing.IBrowser
{
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(5);

    public string Version => browser.Version;

    public async Task<BrowserVisit> VisitAsync(BrowserVisitOrder order, CancellationToken cancellationToken)
    {
        var visiting = VisitPageAsync(order, cancellationToken);
        try
        {
            // A browser does not always answer any more once what it does is called off: nobody waits for that, it ends with the browser.
            return await visiting.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Forgotten.Observe(visiting);
            throw;
        }
        catch (PlaywrightException exception)
        {
            throw new BrowserFailedException("is gone", exception);
        }
    }

    private async Task<BrowserVisit> VisitPageAsync(BrowserVisitOrder order, CancellationToken cancellationToken)
    {
        var ordered = TimeProvider.System.GetTimestamp();
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = gateway.ToString(),
            Locale = "en-GB",
            ViewportSize = new ViewportSize { Width = 800, Height = 600 },
        });
        var page = await context.NewPageAsync();
        await ShownHeaders.AddAsync(context, page, gateway, order.Headers);
        var ready = TimeProvider.System.GetElapsedTime(ordered);
        return (await new PageJourney(page, order, gateway).RunAsync(cancellationToken)) with { Ready = ready };
    }

    /// <summary>A browser that does not close in time ends with what drives it.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await browser.CloseAsync().WaitAsync(CloseTimeout, TimeProvider.System);
        }
        catch (Exception exception) when (exception is PlaywrightException or TimeoutException)
        {
            // It is gone, or goes now.
        }

        playwright.Dispose();
    }
}
