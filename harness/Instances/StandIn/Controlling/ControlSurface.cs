using System.Text.Json;
using StagingHarness.Protocols.Control;
using StagingHarness.Protocols.Provider;
using StagingHarness.StandIn.Auth;
using StagingHarness.StandIn.Auth.Changes;
using StagingHarness.StandIn.Recording;

namespace StagingHarness.StandIn.Controlling;

/// <summary>Answers the control listener: nothing but health without the run's token.</summary>
internal sealed class ControlSurface(CallRecorder recorder, AuthModel model, Action<StandInMappings> load, ControlToken token)
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
            case ("PUT", StandInProgram.FacetsPath):
                return TakeAsync(context, ChangeAsync);
            case ("PUT", StandInProgram.MappingsPath):
                return TakeAsync(context, LoadAsync);
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
        }
    }

    private async Task ChangeAsync(HttpContext context)
    {
        var order = await context.Request.ReadFromJsonAsync(StandInJson.Default.FacetOrder, context.RequestAborted);
        await context.Response.WriteAsJsonAsync(
            model.Change(order ?? new FacetOrder()), StandInJson.Default.FacetState, cancellationToken: context.RequestAborted);
    }

    private async Task LoadAsync(HttpContext context)
    {
        load(await context.Request.ReadFromJsonAsync(StandInJson.Default.StandInMappings, context.RequestAborted) ?? StandInMappings.None);
        await context.Response.WriteAsJsonAsync(
            recorder.Read(), StandInJson.Default.StandInReadings, cancellationToken: context.RequestAborted);
    }

    private static async Task TakeAsync(HttpContext context, Func<HttpContext, Task> take)
    {
        try
        {
            await take(context);
        }
        catch (FacetException exception)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsync($"The order cannot be kept: {exception.Message}.", context.RequestAborted);
        }
        catch (JsonException exception)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsync($"The order cannot be read: {exception.Message}", context.RequestAborted);
        }
    }
}
