namespace StagingHarness.Execution.Ports.Failures;

/// <summary>Customers come with a browser, and this machine has none; nothing was started.</summary>
public sealed class BrowserMissingException : EnvironmentException
{
    public BrowserMissingException(string reason)
        : base($"The scenario's traffic has journeys in a browser, and {reason}")
    {
    }
}
