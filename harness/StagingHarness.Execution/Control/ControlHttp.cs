using System.Net;
using StagingHarness.Execution.Ports;

namespace StagingHarness.Execution.Control;

/// <summary>Makes the HTTP client with which the harness talks to the members of a stage; its maker disposes it.</summary>
public static class ControlHttp
{
    /// <summary>No proxy (one set for the machine would swallow loopback calls), no redirects, no cookies; deadlines are the callers'.</summary>
    /// <param name="dialer">Opens its connections.</param>
    public static HttpClient Create(IDialer dialer) => new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectCallback = (context, cancellationToken) =>
            new ValueTask<Stream>(dialer.ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, cancellationToken)),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };
}
