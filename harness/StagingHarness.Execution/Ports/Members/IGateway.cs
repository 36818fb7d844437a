using System.Collections.Immutable;
using StagingHarness.Execution.Ports.Failures;

namespace StagingHarness.Execution.Ports.Members;

/// <summary>The reverse proxy in front of the app servers.</summary>
public interface IGateway
{
    /// <summary>Where clients send their requests.</summary>
    Uri Address { get; }

    /// <summary>How clients reach that address.</summary>
    ImmutableArray<ClientRoute> Routes { get; }

    /// <summary>
    /// Replaces all targets in one atomic change: once this returns, every new request goes to the new targets, in turn, each as often as its weight says;
    /// requests in flight stay where they are. No target: the gateway answers 503 itself.
    /// </summary>
    /// <exception cref="ControlException">The gateway did not take the change.</exception>
    Task RouteAsync(ImmutableArray<GatewayTarget> targets, CancellationToken cancellationToken);

    /// <summary>Requests in flight at a server, also at one that is no longer a target.</summary>
    /// <exception cref="ControlException">The gateway did not answer.</exception>
    Task<int> CountInFlightAsync(Uri address, CancellationToken cancellationToken);
}
