using System.Text.Json;
using StagingHarness.Gateway.Forwarding;
using StagingHarness.Protocols.Control;
using StagingHarness.Protocols.Gateway;

namespace StagingHarness.Gateway.Controlling;

/// <summary>Answers the control listener: nothing but health without the run's token.</summary>
internal sealed class ControlSurface(RoutingTable table, FailureCounts failures, ControlToken token)
{
    public Task AnswerAsync(HttpContext context)
    {
        var call = (context.Request.Method, context.Request.Path.Value);
        if (call is ("GET", GatewayProgram.HealthPath))
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
            case ("PUT", GatewayProgram.TargetsPath):
                return ReplaceTargetsAsync(context);
            case ("GET", GatewayProgram.StatusPath):
                return WriteStatusAsync(context);
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
        }
    }

    private async Task ReplaceTargetsAsync(HttpContext context)
    {
        RouteOrder? order;
        try
        {
            order = await context.Request.ReadFromJsonAsync(GatewayJson.Default.RouteOrder, context.RequestAborted);
        }
        catch (JsonException exception)
        {
            await RefuseAsync(context, exception.Message);
            return;
        }

        var findings = order is null ? ["The order is null; give 'targets'."] : RouteOrderCheck.Check(order);
        if (order is null || !findings.IsEmpty)
        {
            await RefuseAsync(context, string.Join(Environment.NewLine, findings));
            return;
        }

        table.Replace(order.Targets);
        await WriteStatusAsync(context);
    }

    private static Task RefuseAsync(HttpContext context, string why)
    {
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return context.Response.WriteAsync(why, context.RequestAborted);
    }

    private Task WriteStatusAsync(HttpContext context) =>
        context.Response.WriteAsJsonAsync(table.Read(failures.Read()), GatewayJson.Default.GatewayStatus, cancellationToken: context.RequestAborted);
}
