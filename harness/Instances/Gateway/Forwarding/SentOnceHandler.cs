using System.Net;

namespace StagingHarness.Gateway.Forwarding;

/// <summary>
/// The handler behind repeats a request that has no content when a kept connection breaks before the answer began. For what may be
/// repeated without harm (RFC 9110, 9.2.2) that is what proxies do; a POST or PATCH would be carried out twice, so it is given empty
/// content, with which nothing is ever repeated. YARP gives it some by itself where the client sends <c>Content-Length</c>, and none
/// where it does not.
/// </summary>
internal sealed class SentOnceHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is null && (request.Method == HttpMethod.Post || request.Method == HttpMethod.Patch))
        {
            request.Content = new EmptyContent();
        }

        return base.SendAsync(request, cancellationToken);
    }

    private sealed class EmptyContent : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => Task.CompletedTask;

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return true;
        }
    }
}
