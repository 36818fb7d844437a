using StagingHarness.Protocols.Control;
using StagingHarness.Protocols.Pager;
using StagingHarness.Protocols.Provider;
using StagingHarness.StandIn.Pages;

namespace StagingHarness.StandIn.Controlling;

/// <summary>Answers the control listener of a pager: nothing but health without the run's token.</summary>
internal sealed class PagerSurface(PageBook book, ControlToken token)
{
    public Task AnswerAsync(HttpContext context)
    {
        var call = (context.Request.Method, context.Request.Path.Value);
        if (call is ("GET", StandInProgram.HealthPath))
        {
            return context.Response.WriteAsync("ready", context.RequestAborted);
        }

        if (!token.Matches(context.Request.Headers[ControlToken.Header]))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        if (call is ("GET", PagerProgram.ReadingsPath))
        {
            return context.Response.WriteAsJsonAsync(book.Read(), PagerJson.Default.PagerReadings, cancellationToken: context.RequestAborted);
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
