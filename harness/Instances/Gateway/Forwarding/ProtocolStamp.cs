using StagingHarness.Protocols.Samples;

namespace StagingHarness.Gateway.Forwarding;

/// <summary>
/// Stamps on every answer what its client was seen to speak, whoever gave the answer, and in place of what a server says under that name. It stands
/// in the way of requests only where they are to be something else than plain HTTP/1.1, which this listener then does not take at all.
/// </summary>
internal sealed class ProtocolStamp(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(Stamp, context);
        return next(context);
    }

    private static Task Stamp(object state)
    {
        var context = (HttpContext)state;
        context.Response.Headers[StampHeaders.Protocol] = SpokenProtocol.Of(context.Request.Protocol, context.Request.IsHttps);
        return Task.CompletedTask;
    }
}
