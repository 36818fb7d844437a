using System.Net;

namespace StagingHarness.Execution.Control;

/// <summary>Makes the HTTP client with which the harness talks to the members of a stage; its maker disposes it.</summary>
public static class ControlHttp
{
    /// <summary>No proxy (one set for the machine would swallow loopback calls), no redirects, no cookies; deadlines are the callers'.</summary>
    public static HttpClient Create() => new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };
}
