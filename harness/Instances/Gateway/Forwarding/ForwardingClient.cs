using System.Diagnostics;
using System.Net;
using Yarp.ReverseProxy.Forwarder;

namespace StagingHarness.Gateway.Forwarding;

/// <summary>
/// The connections to the servers, set up as YARP asks for direct forwarding. The one thing that the handler repeats by
/// itself, and cannot be told not to, is a request without content on a kept connection that the server closed before it
/// answered; see <see cref="SentOnceHandler"/> for those that must not be.
/// </summary>
internal static class ForwardingClient
{
    public static HttpMessageInvoker Create() => new(new SentOnceHandler(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        EnableMultipleHttp2Connections = true,
        ActivityHeadersPropagator = new ReverseProxyPropagator(DistributedContextPropagator.Current),
        ConnectTimeout = TimeSpan.FromSeconds(5),
        MaxResponseHeadersLength = PublicLimits.HeaderKilobytes,
    }));
}
