using Microsoft.Playwright;
using StagingHarness.Execution.Ports.Browsing;
using StagingHarness.Execution.Ports.Failures;

namespace StagingHarness.Browser;

/// <summary>Chromium, driven by Playwright: one profile a journey, which is thrown away.</summary>
internal sealed class PlaywrightBrowser(IPlaywright playwright, Microsoft.Playwright.IBrowser browser, Uri gateway) : Execution.Ports.Browsing.IBrowser
{
    public string Version => browser.Version;

    public async Task<BrowserVisit> VisitAsync(BrowserVisitOrder order, CancellationToken cancellationToken)
    {
        try
        {
            await using var context = await browser.NewContextAsync(new BrowserNewContextOptions
            {
                BaseURL = gateway.ToString(),
                Locale = "en-GB",
                ViewportSize = new ViewportSize { Width = 800, Height = 600 },
            });

            // Whatever is awaited on the page ends with it.
            await using var given = cancellationToken.Register(() => _ = context.CloseAsync());
            var page = await context.NewPageAsync();
            await ShownHeaders.AddAsync(context, page, gateway, order.Headers);
            return await new PageJourney(page, order, gateway).RunAsync(cancellationToken);
        }
        catch (PlaywrightException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (PlaywrightException exception)
        {
            throw new BrowserFailedException("is gone", exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
