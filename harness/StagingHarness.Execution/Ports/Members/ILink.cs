using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Protocols.Link;

namespace StagingHarness.Execution.Ports.Members;

/// <summary>Stands between two members of the stage; what one sends the other passes it, and can be disturbed.</summary>
public interface ILink
{
    /// <summary>Opens a way to a target, or finds the one that is there.</summary>
    /// <returns>The address that the caller is given in place of the target's.</returns>
    /// <exception cref="ControlException">The link did not answer, or refused.</exception>
    Task<Uri> LeadAsync(Uri target, CancellationToken cancellationToken);

    /// <summary>From now on this happens to all that passes, in place of what happened before.</summary>
    /// <exception cref="ControlException">The link did not answer, or refused.</exception>
    Task<LinkReading> DisturbAsync(LinkDisturbance disturbance, CancellationToken cancellationToken);

    /// <summary>What it has done so far.</summary>
    /// <exception cref="ControlException">The link did not answer, or refused.</exception>
    Task<LinkReading> ReadAsync(CancellationToken cancellationToken);
}
