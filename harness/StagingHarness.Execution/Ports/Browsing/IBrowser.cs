using StagingHarness.Execution.Ports.Failures;

namespace StagingHarness.Execution.Ports.Browsing;

/// <summary>A browser that is up.</summary>
public interface IBrowser : IAsyncDisposable
{
    /// <summary>As it says itself.</summary>
    string Version { get; }

    /// <summary>
    /// Goes through one journey as a customer who comes for the first time: nothing is left of an earlier one. What the system does wrong is in the visit, and never
    /// thrown. Journeys may run side by side.
    /// </summary>
    /// <exception cref="BrowserFailedException">The browser itself is gone.</exception>
    Task<BrowserVisit> VisitAsync(BrowserVisitOrder order, CancellationToken cancellationToken);
}
