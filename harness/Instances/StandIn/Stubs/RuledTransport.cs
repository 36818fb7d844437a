using StagingHarness.StandIn.Auth;
using StagingHarness.StandIn.Recording;

namespace StagingHarness.StandIn.Stubs;

/// <summary>What rules do to the connection itself, before any stub is asked: WireMock's own faults are none of the socket's.</summary>
internal sealed class RuledTransport(AuthModel model, CallRecorder recorder, TimeProvider timeProvider)
{
    public void Add(IApplicationBuilder builder) => builder.Use(async (context, next) =>
    {
        var path = context.Request.Path.Value ?? "/";
        if (model.Find(path) is { } place)
        {
            var rule = model.RuleOf(place.Endpoint);
            if (rule.DelayMilliseconds is { } delay && !await TryDelayAsync(delay, context.RequestAborted))
            {
                // It was asked, and who asked did not wait.
                recorder.CountCall(place.Endpoint);
                recorder.Remember(context.Request.Method, path, place.Endpoint, NoAnswer);
                return;
            }

            if (rule.Reset == true)
            {
                recorder.CountCall(place.Endpoint);
                recorder.Remember(context.Request.Method, path, place.Endpoint, NoAnswer);
                context.Abort();
                return;
            }
        }

        await next(context);
    });

    private async Task<bool> TryDelayAsync(long milliseconds, CancellationToken aborted)
    {
        try
        {
            await Task.Delay(TimeSpan.FromMilliseconds(milliseconds), timeProvider, aborted);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private const int NoAnswer = 0;
}
