namespace StagingHarness.Execution.Running;

/// <summary>What is watched beside the steps while the traffic flows.</summary>
internal sealed class RunWatches(HealthWatch health, UsageWatch usage, AlertWatch alerts, PageCalls pages) : IAsyncDisposable
{
    public void Start()
    {
        health.Start();
        usage.Start();
        alerts.Start();
        pages.Start();
    }

    /// <summary>The traffic is about to be stopped.</summary>
    public Task BeforeTrafficEndsAsync() => alerts.EndAsync();

    public async ValueTask DisposeAsync()
    {
        await alerts.DisposeAsync();
        await usage.DisposeAsync();
        await health.DisposeAsync();
        await pages.DisposeAsync();
    }
}
