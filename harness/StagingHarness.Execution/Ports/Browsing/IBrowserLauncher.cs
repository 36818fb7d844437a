using StagingHarness.Execution.Ports.Failures;

namespace StagingHarness.Execution.Ports.Browsing;

/// <summary>Finds a browser on this machine, and starts it.</summary>
public interface IBrowserLauncher
{
    /// <summary>Path of the program that would be started; nothing is started.</summary>
    /// <exception cref="BrowserMissingException">There is none, or something that drives it is not there.</exception>
    string Find();

    /// <summary>Starts it.</summary>
    /// <exception cref="BrowserMissingException">There is none.</exception>
    /// <exception cref="BrowserFailedException">It did not come up.</exception>
    Task<IBrowser> LaunchAsync(BrowserOrder order, CancellationToken cancellationToken);
}
