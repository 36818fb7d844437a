using System.Collections.Immutable;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Stages;
using StagingHarness.History.Events;

namespace StagingHarness.Execution.Faults;

/// <summary>
/// Servers that a fault takes down, without telling anybody on the stage: the gateway goes on leading to them, and the health watch goes
/// on asking them. They come back with the version that ran there, attested anew.
/// </summary>
internal sealed class DownServers(FaultSurroundings around)
{
    private static readonly TimeSpan ConnectWithin = TimeSpan.FromSeconds(1);

    private ImmutableList<DownServer> down = [];

    /// <param name="instances">Their names.</param>
    /// <param name="end">Ends one of them.</param>
    /// <param name="scope">The step that records their ends.</param>
    /// <exception cref="NoEffectException">Nothing runs on one of them.</exception>
    public async Task TakeDownAsync(IEnumerable<string> instances, Func<ServerRun, Server, Task<InstanceExit>> end, StepScope scope)
    {
        var running = instances.Select(around.Running).ToList();
        await Together.WhenAllAsync(running.Select(async each =>
        {
            around.Lives.ExpectEnd(each.Run.Instance);
            var exit = await end(each.Run, each.Server);
            ImmutableInterlocked.Update(ref down, list => list.Add(new DownServer(each.Server, each.Run, exit)));
            scope.Append(new InstanceStopped
            {
                Instance = each.Server.Name,
                Generation = each.Run.Instance.Generation,
                ExitCode = exit.ExitCode,
                Killed = exit.Killed,
            });
        }));
    }

    /// <returns>How they ended, and what came of a connection to each.</returns>
    /// <exception cref="NoEffectException">One of them still takes connections.</exception>
    public async Task<string> ProveAsync(TimeSpan within, StepScope scope, CancellationToken cancellationToken)
    {
        var wait = new EffectWait(around.Clock);
        var seen = await Task.WhenAll(down.OrderBy(each => each.Server.Name, StringComparer.Ordinal).Select(async each =>
        {
            var refusal = await wait.ForAsync(
                $"'{each.Server.Name}' to take no more connections", within, scope, () => ConnectAsync(each.Run.Instance, cancellationToken), cancellationToken);
            return $"'{each.Server.Name}' ended with {Code(each.Exit)}, and {refusal}";
        }));
        return string.Join("; ", seen);
    }

    /// <returns>What runs there again.</returns>
    /// <exception cref="NoEffectException">One attests another version than before.</exception>
    public async Task<string> BringBackAsync(StepScope scope, CancellationToken cancellationToken)
    {
        var gone = down.Where(each => ReferenceEquals(each.Server.Active?.Instance, each.Run.Instance)).ToList();
        await Together.WhenAllAsync(gone.Select(each => BringBackAsync(each, scope, cancellationToken)));
        await around.Stage.SucceedAsync(
            gone.Select(each => KeyValuePair.Create(each.Run, each.Server.Active!)).ToDictionary(), scope, cancellationToken);

        var back = down.OrderBy(each => each.Server.Name, StringComparer.Ordinal).Select(each => gone.Contains(each)
            ? $"'{each.Server.Name}' runs again and attests {each.Run.Version}"
            : $"'{each.Server.Name}' was changed by another step meanwhile");
        return string.Join("; ", back);
    }

    private static string Code(InstanceExit exit) => exit.ExitCode is { } code ? $"exit code {code}" : "no exit code, killed";

    private async Task<(bool IsSeen, string What)> ConnectAsync(IInstance instance, CancellationToken cancellationToken)
    {
        var problem = await around.Probe.ConnectAsync(instance.AddressOf(ServerRun.Listener), ConnectWithin, cancellationToken);
        return (problem is not null, $"a connection to it: {problem ?? "came about"}");
    }

    private async Task BringBackAsync(DownServer each, StepScope scope, CancellationToken cancellationToken)
    {
        await each.Run.Instance.DisposeAsync();
        var (server, version, lies) = (each.Server, each.Run.Version, each.Server.Placed);
        if (lies?.Version != version)
        {
            // Something else was staged there meanwhile: what ran comes back, and what was staged lies there again afterwards.
            await around.Starter.PlaceAsync(server, version, scope, cancellationToken);
        }

        server.Active = await around.Starter.StartAsync(server, version, scope, cancellationToken);
        server.Placed = lies?.Version == version ? server.Placed : lies;
    }
}
