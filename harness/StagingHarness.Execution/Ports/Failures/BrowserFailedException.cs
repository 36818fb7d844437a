namespace StagingHarness.Execution.Ports.Failures;

/// <summary>The browser itself did not come up, or is gone: what it was to show is not known.</summary>
public sealed class BrowserFailedException : EnvironmentException
{
    public BrowserFailedException(string what, Exception inner)
        : base($"The browser {what}: {inner.Message}", inner)
    {
    }
}
