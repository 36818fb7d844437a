using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.Protocols.Provider;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Execution.Certificates;

/// <summary>
/// Connects to a member and looks at what it is shown. Nothing is sent over the connection, so it takes whatever certificate comes: to tell
/// which one it is, is what it is for.
/// </summary>
/// <param name="dialer">Opens its connections.</param>
/// <param name="timeProvider">Measures the deadline, and says what time it is.</param>
internal sealed class Handshake(IDialer dialer, TimeProvider timeProvider)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    private static List<SslApplicationProtocol> Spoken => [SslApplicationProtocol.Http2, SslApplicationProtocol.Http11];

    /// <exception cref="ControlException">No connection came about.</exception>
    public async Task<HandshakeReading> ReadAsync(string member, Uri address, ProviderTls tls, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(Deadline, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            var (seen, version, http) = await ShakeAsync(address, SslProtocols.Tls12 | SslProtocols.Tls13, Spoken, tls, either.Token);
            return new HandshakeReading(seen.Kind, seen.Words, version, await OldestAsync(address, tls, version, either.Token))
            {
                OldestHttp = await OldestHttpAsync(address, tls, http, either.Token),
            };
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ControlException(member, $"it finished no TLS handshake within {Deadline.TotalSeconds:0} s. See its log.", exception);
        }
        catch (Exception exception) when (exception is IOException or AuthenticationException or System.Net.Sockets.SocketException)
        {
            throw new ControlException(member, $"no TLS connection to it came about: {exception.Message.TrimEnd('.')}. See its log.", exception);
        }
    }

    /// <summary>A server that wants a newer version refuses a client that has only the older one, as it must.</summary>
    private async Task<TlsVersion> OldestAsync(Uri address, ProviderTls tls, TlsVersion agreed, CancellationToken cancellationToken)
    {
        try
        {
            await ShakeAsync(address, SslProtocols.Tls12, Spoken, tls, cancellationToken);
            return TlsVersion.Tls12;
        }
        catch (Exception exception) when (exception is IOException or AuthenticationException)
        {
            return agreed;
        }
    }

    /// <summary>Likewise one that speaks HTTP/2 alone, a client that offers HTTP/1.1 alone.</summary>
    private async Task<ClientHttp> OldestHttpAsync(Uri address, ProviderTls tls, ClientHttp agreed, CancellationToken cancellationToken)
    {
        try
        {
            await ShakeAsync(address, SslProtocols.Tls12 | SslProtocols.Tls13, [SslApplicationProtocol.Http11], tls, cancellationToken);
            return ClientHttp.Http11;
        }
        catch (Exception exception) when (exception is IOException or AuthenticationException)
        {
            return agreed;
        }
    }

    private async Task<((ServedCertificate? Kind, string Words) Seen, TlsVersion Version, ClientHttp Http)> ShakeAsync(
        Uri address, SslProtocols versions, List<SslApplicationProtocol> offered, ProviderTls tls, CancellationToken cancellationToken)
    {
        (ServedCertificate?, string) seen = (null, "no certificate");
        await using var stream = new SslStream(await dialer.ConnectAsync(address.Host, address.Port, cancellationToken));

        // Nothing is trusted over this connection: which certificate comes, a wrong one too, is what it is to see.
#pragma warning disable CA5359
        await stream.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions
            {
                TargetHost = address.Host,
                EnabledSslProtocols = versions,
                ApplicationProtocols = offered,
                AllowTlsResume = false,
                CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
                RemoteCertificateValidationCallback = (_, shown, chain, _) =>
                {
                    if (shown is X509Certificate2 leaf)
                    {
                        seen = ShownCertificate.Of(leaf, chain?.ChainPolicy.ExtraStore ?? [], address.Host, tls, timeProvider.GetUtcNow());
                    }

                    return true;
                },
            },
            cancellationToken);
#pragma warning restore CA5359
        return (
            seen,
            stream.SslProtocol == SslProtocols.Tls13 ? TlsVersion.Tls13 : TlsVersion.Tls12,
            stream.NegotiatedApplicationProtocol == SslApplicationProtocol.Http2 ? ClientHttp.Http2 : ClientHttp.Http11);
    }
}
