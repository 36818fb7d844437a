using System.Collections.Immutable;
using StagingHarness.Execution.Ports.Failures;

namespace StagingHarness.Execution.Ports.Members;

/// <summary>The stand-in for the third-party auth provider.</summary>
public interface IProvider
{
    /// <summary>The one issuer URL that app servers and clients use.</summary>
    Uri Issuer { get; }

    /// <summary>How clients outside of the stage reach that URL.</summary>
    ImmutableArray<ClientRoute> Routes { get; }

    /// <summary>Gets a token as a client would: client credentials at the token endpoint of the issuer.</summary>
    /// <exception cref="ControlException">The token endpoint refused, or answered nonsense.</exception>
    Task<AccessToken> ObtainTokenAsync(string clientId, CancellationToken cancellationToken);

    /// <summary>Hands over the mappings of its order, before anybody calls it; without any nothing happens.</summary>
    /// <exception cref="ControlException">It did not answer, or takes one of them not.</exception>
    Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Changes what it does from now on; with an empty order it only tells.</summary>
    /// <returns>What it says that it does, as read back.</returns>
    /// <exception cref="ControlException">It did not answer, or refused.</exception>
    Task<ProviderState> ChangeAsync(ProviderChangeOrder change, CancellationToken cancellationToken);

    /// <summary>What it has seen so far.</summary>
    /// <exception cref="ControlException">It did not answer.</exception>
    Task<ProviderReading> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Connects as any client does, and looks at what it is shown; null for a provider whose connections are plain.</summary>
    /// <exception cref="ControlException">No connection came about.</exception>
    Task<HandshakeReading?> ShakeHandsAsync(CancellationToken cancellationToken);
}
