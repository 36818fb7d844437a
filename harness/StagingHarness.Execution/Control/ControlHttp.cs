using System.Net;
using System.Net.Security;
using StagingHarness.Execution.Certificates;
using StagingHarness.Execution.Ports;

namespace StagingHarness.Execution.Control;

/// <summary>Makes the HTTP client with which the harness talks to the members of a stage; its maker disposes it.</summary>
public static class ControlHttp
{
    /// <summary>No proxy (one set for the machine would swallow loopback calls), no redirects, no cookies; deadlines are the callers'.</summary>
    /// <param name="dialer">Opens its connections.</param>
    /// <param name="trust">Whom it trusts where it calls by TLS; without it, nobody.</param>
    public static HttpClient Create(IDialer dialer, StageTrust? trust = null) => new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = (trust ?? new StageTrust()).Policy },
        ConnectCallback = (context, cancellationToken) =>
            new ValueTask<Stream>(dialer.ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, cancellationToken)),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };
}
