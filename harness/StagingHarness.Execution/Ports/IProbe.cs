namespace StagingHarness.Execution.Ports;

/// <summary>Asks one instance directly, past the gateway.</summary>
public interface IProbe
{
    /// <summary>GET; an answer of any status is an answer, no answer within the timeout is one with a null status.</summary>
    Task<ProbeAnswer> GetAsync(Uri address, TimeSpan timeout, CancellationToken cancellationToken);

    /// <summary>As above, with headers, and with a body of whatever length is asked for.</summary>
    Task<ProbeAnswer> AskAsync(ProbeQuestion question, CancellationToken cancellationToken);

    /// <summary>Opens a TCP connection and closes it; null when it came about, otherwise why not.</summary>
    Task<string?> ConnectAsync(Uri address, TimeSpan timeout, CancellationToken cancellationToken);
}
