using StagingHarness.Execution.Stages;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Execution.Upgrades;

/// <summary>
/// Replaces servers of a rolling upgrade. In place: they leave the routes, are drained and stopped, start with the new version, attest it and
/// come back. With surge: the new one starts beside and attests first, then takes the old one's place in the routes. Where the gateway does
/// not lead, the new version takes the old one's place: that stops, then this starts.
/// </summary>
internal sealed class VersionReplacer(Stage stage, ServerStarter starter)
{
    private readonly ServerReplacement replacement = new(starter);

    /// <returns>The receipt.</returns>
    /// <exception cref="NoEffectException">A server attests another version than the one of the step.</exception>
    public async Task<string> ExecuteAsync(ReplaceStepPlan step, StepScope scope, CancellationToken cancellationToken)
    {
        var servers = stage.Named(step.Servers).ToList();
        await Together.WhenAllAsync(servers.Select(server => starter.PlaceAsync(server, step.Version, scope, cancellationToken)));
        if (step.Surge)
        {
            await Together.WhenAllAsync(servers.Select(server => StartBesideAsync(server, step.Version, scope, cancellationToken)));
        }

        if (step.CutOff)
        {
            return await CutOffAsync(servers, step, scope, cancellationToken);
        }

        if (step.Surge)
        {
            await TakeOverAsync(servers, step, scope, cancellationToken);
        }
        else
        {
            await LeaveAsync(servers, step, scope, cancellationToken);
            await Together.WhenAllAsync(servers.Select(server => replacement.ExecuteAsync(server, step.Version, scope, cancellationToken)));
            await ReturnAsync(step, scope, cancellationToken);
        }

        return $"{Counted.Servers(servers.Count, "was replaced, attests", "were replaced, attest")} {step.Version}"
            + (stage.IsRouted(step.Service) ? $", and {(servers.Count == 1 ? "takes" : "take")} traffic" : "");
    }

    private async Task StartBesideAsync(Server server, ServerVersion version, StepScope scope, CancellationToken cancellationToken) =>
        server.Beside = await starter.StartAsync(server, version, scope, cancellationToken);

    private async Task TakeOverAsync(List<Server> servers, ReplaceStepPlan step, StepScope scope, CancellationToken cancellationToken)
    {
        var old = servers.Select(server => (Server: server, Run: server.Active)).ToList();
        foreach (var server in servers)
        {
            server.Active = server.Beside;
            server.Beside = null;
        }

        await ReturnAsync(step, scope, cancellationToken);
        await Together.WhenAllAsync(old
            .Where(each => each.Run is not null)
            .Select(each => starter.StopAsync(each.Server, each.Run!, scope, cancellationToken)));
    }

    private Task LeaveAsync(List<Server> leaving, ReplaceStepPlan step, StepScope scope, CancellationToken cancellationToken) =>
        stage.IsRouted(step.Service)
            ? stage.RouteAsync(step.Service, stage.ActiveOf(step.Service, except: leaving), scope, cancellationToken)
            : Task.CompletedTask;

    private Task ReturnAsync(ReplaceStepPlan step, StepScope scope, CancellationToken cancellationToken) =>
        stage.IsRouted(step.Service)
            ? stage.RouteAsync(step.Service, stage.ActiveOf(step.Service, except: []), scope, cancellationToken)
            : Task.CompletedTask;

    /// <summary>
    /// With surge the new one dies before it takes traffic; in place the old one dies, drained, and nothing takes its place. Neither loses a
    /// request, so that what is lost afterwards was lost on the way back.
    /// </summary>
    private async Task<string> CutOffAsync(List<Server> servers, ReplaceStepPlan step, StepScope scope, CancellationToken cancellationToken)
    {
        if (!step.Surge)
        {
            await LeaveAsync(servers, step, scope, cancellationToken);
        }

        await Together.WhenAllAsync(servers.Select(server => KillAsync(server, step.Surge, scope, cancellationToken)));
        return $"{Counted.Servers(servers.Count, "was killed", "were killed")} in the middle of the replacement; the step is cut off there";
    }

    private async Task KillAsync(Server server, bool surge, StepScope scope, CancellationToken cancellationToken)
    {
        var run = surge ? server.Beside : server.Active;
        if (surge)
        {
            server.Beside = null;
        }
        else
        {
            server.Active = null;
        }

        if (run is not null)
        {
            await starter.DrainAsync(server, run, scope, cancellationToken);
            await starter.KillAsync(server, run, scope, cancellationToken);
        }
    }
}
