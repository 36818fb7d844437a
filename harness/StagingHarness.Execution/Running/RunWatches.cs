namespace StagingHarness.Execution.Running;

/// <summary>What is watched beside the steps while the traffic flows.</summary>
internal sealed class RunWatches(HealthWatch health, UsageWatch usage, AlertWatch alerts, PageCalls pages, BrowserWatch browser) : IAsyncDisposable
{
    /// <summary>The traffic is about to begin.</summary>
    public Task BeforeTrafficBeginsAsync(CancellationToken cancellationToken) => browser.PrepareAsync(cancellationToken);

    public void Start()
    {
        health.Start();
        usage.Start();
        alerts.Start();
        pages.Start();
        browser.Start();
    }

    /// <summary>The traffic is about to be stopped.</summary>
    public async Task BeforeTrafficEndsAsync()
    {
        await browser.EndAsync();
        await alerts.EndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        await alerts.DisposeAsync();
        await usage.DisposeAsync();
        await health.DisposeAsync();
        await pages.DisposeAsync();
    }
}
