using StagingHarness.Protocols.Samples;
using Yarp.ReverseProxy.Forwarder;

namespace StagingHarness.Gateway.Forwarding;

/// <summary>
/// Answers every request of the public listener, whatever its path: by the next server in turn, or itself with 503 (no
/// target), 502 or 504 (no answer from the server). One attempt each, no retry.
/// </summary>
internal sealed class PublicSurface(RoutingTable table, FailureCounts failures, IHttpForwarder forwarder, HttpMessageInvoker client)
{
    /// <summary>Far above every client's own timeout: it is the client that finds a server slow, not the gateway.</summary>
    private static readonly ForwarderRequestConfig Config = new() { ActivityTimeout = TimeSpan.FromSeconds(60) };

    public async Task AnswerAsync(HttpContext context)
    {
        if (!table.TryTake(out var target))
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            StampOwn(context.Response);
            return;
        }

        try
        {
            var error = await forwarder.SendAsync(context, target.Server.Prefix, client, Config, target.Transformer);
            if (error != ForwarderError.None)
            {
                failures.Add(error, target.Server.Address, context.GetForwarderErrorFeature()?.Exception);
                StampOwn(context.Response);
            }
        }
        finally
        {
            table.GiveBack(target);
        }
    }

    /// <summary>Not where the server's stamp stands: a request body that fails after the whole answer leaves the answer the server's.</summary>
    private static void StampOwn(HttpResponse response)
    {
        if (!response.HasStarted && !response.Headers.ContainsKey(StampHeaders.AnsweredBy))
        {
            response.Headers[StampHeaders.AnsweredBy] = StampingTransformer.Gateway;
        }
    }
}
