using StagingHarness.Protocols.Control;
using StagingHarness.Protocols.Provider;
using StagingHarness.StandIn.Recording;

namespace StagingHarness.StandIn.Controlling;

/// <summary>Answers the control listener: nothing but health without the run's token.</summary>
internal sealed class ControlSurface(CallRecorder recorder, ControlToken token)
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

        switch (call)
        {
            case ("GET", StandInProgram.ReadingsPath):
                return context.Response.WriteAsJsonAsync(
                    recorder.Read(), StandInJson.Default.StandInReadings, cancellationToken: context.RequestAborted);
            case ("GET", StandInProgram.JournalPath):
                return context.Response.WriteAsJsonAsync(
                    recorder.ReadJournal(), StandInJson.Default.StandInJournal, cancellationToken: context.RequestAborted);
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
        }
    }
}
