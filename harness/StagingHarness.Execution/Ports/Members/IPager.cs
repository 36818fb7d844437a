using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Protocols.Pager;

namespace StagingHarness.Execution.Ports.Members;

/// <summary>The service that pages people.</summary>
public interface IPager
{
    /// <summary>Calls it once.</summary>
    /// <exception cref="ControlException">It gave no answer.</exception>
    Task<PageAnswer> CallAsync(PageForm form, PageCall call, CancellationToken cancellationToken);

    /// <summary>What it has got so far.</summary>
    /// <exception cref="ControlException">It did not answer.</exception>
    Task<PagerReadings> ReadAsync(CancellationToken cancellationToken);
}
