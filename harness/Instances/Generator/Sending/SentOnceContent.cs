using System.Net;

namespace StagingHarness.Generator.Sending;

/// <summary>
/// An empty body. A request without a body is silently sent again by the client library when a kept connection breaks before
/// the answer began; then a server that breaks connections looks well. With a body, even an empty one, it never is: what is
/// lost is seen, at the price of a <c>Content-Length: 0</c> on every request.
/// </summary>
internal sealed class SentOnceContent : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => Task.CompletedTask;

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return true;
    }
}
