using StagingHarness.Execution.Stages;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Execution.Upgrades;

/// <summary>
/// The way back from any point of an upgrade. It asks what is there instead of what was done: traffic is led at once to whatever runs and is
/// what served before; what is not is put back, some servers at a time; what is too much leaves the stage.
/// </summary>
internal sealed class ServiceRevert(Stage stage, ServerStarter starter)
{
    private readonly ServerReplacement replacement = new(starter);
    private readonly ServerRetirement retirement = new(stage, starter);

    /// <returns>The receipt.</returns>
    /// <exception cref="NoEffectException">A server attests another version in the end.</exception>
    public async Task<string> ExecuteAsync(RevertStepPlan step, StepScope scope, CancellationToken cancellationToken)
    {
        var servers = stage.Named(step.Servers).ToList();
        servers.ForEach(server => TakeBackKept(server, step.Versions[server.Name]));
        var missing = servers.FindAll(server => !Serves(server, step.Versions[server.Name]));
        var standing = servers.Except(missing).ToList();
        await LeadAsync(step, standing, scope, cancellationToken);
        foreach (var batch in missing.Chunk(step.Batch))
        {
            await Together.WhenAllAsync(batch.Select(server => starter.PlaceAsync(server, step.Versions[server.Name], scope, cancellationToken)));
            await PutBackAsync(step, batch, standing, scope, cancellationToken);
        }

        await Together.WhenAllAsync(servers.Except(missing).Select(server => ClearAsync(server, step.Versions[server.Name], scope, cancellationToken)));
        var extra = stage.ServersOf(step.Service).Except(servers).ToList();
        await retirement.RemoveAsync(extra, scope, cancellationToken);
        return Receipt(step, servers.Count - missing.Count, missing.Count, extra.Count);
    }

    private static bool Serves(Server server, ServerVersion version) => server.Active is { } run && IsAlive(run) && run.Version == version;

    private static bool IsAlive(ServerRun run) => !run.Instance.Exited.IsCompleted;

    /// <summary>What was kept beside the new version goes on where it stopped.</summary>
    private static void TakeBackKept(Server server, ServerVersion version)
    {
        if (!Serves(server, version) && server.Beside is { } kept && IsAlive(kept) && kept.Version == version)
        {
            (server.Active, server.Beside) = (kept, server.Active);
        }
    }

    /// <summary>Without any server to lead to, the traffic stays where it is until there is one: an answer may be wrong, none certainly is.</summary>
    private Task LeadAsync(RevertStepPlan step, List<Server> standing, StepScope scope, CancellationToken cancellationToken) =>
        standing.Count > 0 && stage.IsRouted(step.Service)
            ? stage.RouteIfOthersAsync(step.Service, [.. standing.Select(server => server.Active!)], scope, cancellationToken)
            : Task.CompletedTask;

    private async Task PutBackAsync(
        RevertStepPlan step, IReadOnlyCollection<Server> batch, List<Server> standing, StepScope scope, CancellationToken cancellationToken)
    {
        if (!stage.IsRouted(step.Service))
        {
            await Together.WhenAllAsync(batch.Select(server =>
                replacement.ExecuteAsync(server, step.Versions[server.Name], scope, cancellationToken)));
            return;
        }

        var replaced = batch.SelectMany(server => (IEnumerable<(Server Server, ServerRun? Run)>)[(server, server.Active), (server, server.Beside)]).ToList();
        await Together.WhenAllAsync(batch.Select(server => StartAsync(server, step.Versions[server.Name], scope, cancellationToken)));
        standing.AddRange(batch);
        await LeadAsync(step, standing, scope, cancellationToken);
        await Together.WhenAllAsync(replaced
            .Where(each => each.Run is not null)
            .Select(each => starter.StopAsync(each.Server, each.Run!, scope, cancellationToken)));
    }

    private async Task StartAsync(Server server, ServerVersion version, StepScope scope, CancellationToken cancellationToken)
    {
        var started = await starter.StartAsync(server, version, scope, cancellationToken);
        server.Active = started;
        server.Beside = null;
    }

    /// <summary>Of a server that serves what it should: what lies there, what runs beside, and that it is what it was.</summary>
    private async Task ClearAsync(Server server, ServerVersion version, StepScope scope, CancellationToken cancellationToken)
    {
        if (server.Beside is { } notWanted)
        {
            server.Beside = null;
            await starter.StopAsync(server, notWanted, scope, cancellationToken);
        }

        if (server.Placed?.Version != version)
        {
            await starter.PlaceAsync(server, version, scope, cancellationToken);
        }

        server.Active = await starter.AttestAsync(server, server.Active!.Instance, version, scope, cancellationToken);
    }

    private static string Receipt(RevertStepPlan step, int kept, int putBack, int removed)
    {
        string[] parts =
        [
            .. kept == 0 ? [] : (string[])[Counted.Servers(kept, "served it still", "served it still")],
            .. putBack == 0 ? [] : (string[])[Counted.Servers(putBack, "was put back", "were put back")],
            .. removed == 0 ? [] : (string[])[Counted.Servers(removed, "was taken off the stage", "were taken off the stage")],
        ];
        var versions = step.Versions.Values.Distinct().ToList() is [var only] ? only.ToString() : "what each of them served";
        return $"all servers attest {versions} as before the upgrade: {string.Join(", ", parts)}";
    }
}
