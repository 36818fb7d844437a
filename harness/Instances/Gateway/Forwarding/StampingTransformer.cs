using StagingHarness.Protocols.Samples;
using Yarp.ReverseProxy.Forwarder;

namespace StagingHarness.Gateway.Forwarding;

/// <summary>Stamps the answers of one server; what client or server say under the stamps' names does not come through.</summary>
internal sealed class StampingTransformer(HttpTransformer inner, ServerStamp stamp) : HttpTransformer
{
    public const string App = "app";
    public const string Gateway = "gateway";

    private static readonly string[] Names =
        [StampHeaders.AnsweredBy, StampHeaders.Instance, StampHeaders.Release, StampHeaders.Platform, StampHeaders.Configuration];

    public override async ValueTask TransformRequestAsync(
        HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
    {
        await inner.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
        foreach (var name in Names)
        {
            proxyRequest.Headers.Remove(name);
        }
    }

    public override async ValueTask<bool> TransformResponseAsync(
        HttpContext httpContext, HttpResponseMessage? proxyResponse, CancellationToken cancellationToken)
    {
        var passOn = await inner.TransformResponseAsync(httpContext, proxyResponse, cancellationToken);
        if (proxyResponse is not null)
        {
            var headers = httpContext.Response.Headers;
            headers[StampHeaders.AnsweredBy] = App;
            headers[StampHeaders.Instance] = stamp.Instance;
            headers[StampHeaders.Release] = stamp.Release;
            headers[StampHeaders.Platform] = stamp.Platform;
            if (stamp.Configuration is { } configuration)
            {
                headers[StampHeaders.Configuration] = configuration;
            }
            else
            {
                headers.Remove(StampHeaders.Configuration);
            }
        }

        return passOn;
    }

    public override async ValueTask TransformResponseTrailersAsync(
        HttpContext httpContext, HttpResponseMessage proxyResponse, CancellationToken cancellationToken)
    {
        foreach (var name in Names)
        {
            proxyResponse.TrailingHeaders.Remove(name);
        }

        await inner.TransformResponseTrailersAsync(httpContext, proxyResponse, cancellationToken);
    }
}
