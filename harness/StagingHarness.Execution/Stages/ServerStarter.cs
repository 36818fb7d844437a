using System.Collections.Immutable;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Faults;

namespace StagingHarness.Execution.Stages;

/// <summary>Places versions on servers, starts them there, and asks them what they run.</summary>
internal sealed class ServerStarter(
    IEngine engine,
    IProbe probe,
    RunClock clock,
    Stage stage,
    OrderValues values,
    NeededAddresses needed,
    SettingsDigest settings,
    LifeWatch lives,
    StageLinks links)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    private readonly ServerOrders orders = new(values);
    private readonly StartedConfigurations configurations = new();
    private readonly AttestationReader attestation = new(probe, clock);
    private ImmutableDictionary<string, string> digests = ImmutableDictionary<string, string>.Empty;

    /// <summary>Puts the version on the server; what runs there does not change.</summary>
    /// <exception cref="NoEffectException">Another version lies there afterwards.</exception>
    public async Task PlaceAsync(Server server, ServerVersion version, StepScope scope, CancellationToken cancellationToken)
    {
        var placed = await engine.PlaceAsync(
            new PlacementOrder
            {
                Instance = server.Name,
                Version = version,
                Platform = server.Service.Platforms.GetValueOrDefault(version.Platform),
                Release = server.Service.Releases[version.Release],
            },
            cancellationToken);
        server.Placed = placed;
        ImmutableInterlocked.Update(ref digests, known => known.SetItems(placed.Digests));
        scope.Append(new VersionPlaced
        {
            Instance = server.Name,
            Version = placed.Version,
            Digests = placed.Digests,
            Settings = placed.Version.Configuration is null ? null : await settings.MeasureAsync(server.Service.LaunchOf(placed.Version), cancellationToken),
        });
        scope.Observe($"{placed.Version} lies on '{server.Name}'");
        if (placed.Version != version)
        {
            throw new NoEffectException($"On '{server.Name}' lies {placed.Version}, and {version} was to be placed.");
        }
    }

    /// <summary>Starts what lies on the server, and has it attest the version that is wanted.</summary>
    /// <exception cref="NoEffectException">Another version lies there, or it runs and attests another one.</exception>
    public async Task<ServerRun> StartAsync(Server server, ServerVersion wanted, StepScope scope, CancellationToken cancellationToken)
    {
        var placed = server.Placed ?? throw new InvalidOperationException($"Nothing lies on '{server.Name}'.");
        if (placed.Version != wanted)
        {
            throw new NoEffectException($"On '{server.Name}' lies {placed.Version}, and {wanted} was to be started.");
        }

        server.Generation++;
        scope.Observe($"'{server.Name}' starts with {placed.Version}");
        var order = orders.Create(server, placed, await needed.FindAsync(server.Service.Name, server.Service.Needs, cancellationToken));
        var instance = await LaunchAsync(server, placed.Version, order, scope, cancellationToken);
        configurations.Add(instance, placed.Version);
        scope.Append(new InstanceStarted
        {
            Instance = server.Name,
            Service = server.Service.Name,
            Version = placed.Version,
            Generation = server.Generation,
            Identity = instance.Identity,
            Address = instance.AddressOf(ServerRun.Listener).ToString(),
            ReadyAfter = instance.ReadyAfter,
            Log = instance.Log,
            Digest = instance.Digest,
        });
        lives.WatchServer(instance);
        return await AttestAsync(server, instance, wanted, scope, cancellationToken);
    }

    private async Task<IInstance> LaunchAsync(
        Server server, ServerVersion version, InstanceOrder order, StepScope scope, CancellationToken cancellationToken)
    {
        try
        {
            return await engine.StartAsync(order, cancellationToken);
        }
        catch (Exception failure) when (failure is IStartFailure start)
        {
            scope.Append(new InstanceFailedToStart
            {
                Instance = server.Name,
                Service = server.Service.Name,
                Version = version,
                Generation = server.Generation,
                Log = start.Log,
            });
            throw;
        }
    }

    /// <summary>Asks a running server what it runs, and records the answer.</summary>
    /// <exception cref="NoEffectException">It does not say, or it runs another version than the one wanted.</exception>
    /// <exception cref="InstanceGoneException">It does not say, because it has ended.</exception>
    public async Task<ServerRun> AttestAsync(
        Server server, IInstance instance, ServerVersion wanted, StepScope scope, CancellationToken cancellationToken)
    {
        var (attested, libraries) = await attestation.ReadAsync(
            new AttestationSubject(instance, server.Service), digests, cancellationToken);
        var version = configurations.Complete(instance, attested);
        scope.Append(new InstanceAttested
        {
            Instance = server.Name,
            Generation = instance.Generation,
            Version = version,
            Libraries = libraries,
        });
        if (version != wanted)
        {
            throw new NoEffectException($"Instance '{server.Name}' attests {version}, and {wanted} was wanted.");
        }

        return new ServerRun
        {
            Instance = instance,
            Version = version,
            Libraries = libraries,
            Routed = await links.LeadAsync(
                new MemberPair(MemberPair.Gateway, server.Service.Name), instance.StageAddressOf(ServerRun.Listener), cancellationToken),
        };
    }

    /// <summary>Waits for the requests in flight, stops the instance, and records how it ended.</summary>
    public async Task StopAsync(Server server, ServerRun run, StepScope scope, CancellationToken cancellationToken)
    {
        await DrainAsync(server, run, scope, cancellationToken);
        scope.Observe($"'{server.Name}' is being stopped");
        lives.ExpectEnd(run.Instance);
        var exit = await run.Instance.StopAsync(server.Service.Launch.StopGrace, cancellationToken);
        await run.Instance.DisposeAsync();
        scope.Append(new InstanceStopped
        {
            Instance = server.Name,
            Generation = run.Instance.Generation,
            ExitCode = exit.ExitCode,
            Killed = exit.Killed,
        });
    }

    /// <summary>Kills the instance (SIGKILL), and records it.</summary>
    public async Task KillAsync(Server server, ServerRun run, StepScope scope, CancellationToken cancellationToken)
    {
        scope.Observe($"'{server.Name}' is being killed");
        lives.ExpectEnd(run.Instance);
        var exit = await run.Instance.KillAsync(cancellationToken);
        await run.Instance.DisposeAsync();
        scope.Append(new InstanceStopped
        {
            Instance = server.Name,
            Generation = run.Instance.Generation,
            ExitCode = exit.ExitCode,
            Killed = true,
        });
    }

    /// <summary>Waits for the requests in flight, at most for the grace. What the gateway never led to has no requests that it could tell of; the server's own grace is for those.</summary>
    public async Task DrainAsync(Server server, ServerRun run, StepScope scope, CancellationToken cancellationToken)
    {
        if (!stage.IsRouted(server.Service.Name))
        {
            return;
        }

        var gateway = stage.Gateway ?? throw new InvalidOperationException("No gateway runs yet.");
        var giveUp = clock.Elapsed + server.Service.Launch.StopGrace;
        while (await gateway.CountInFlightAsync(run.Target.Address, cancellationToken) is var inFlight and > 0 && clock.Elapsed < giveUp)
        {
            scope.Observe($"'{server.Name}' still has {inFlight} requests in flight");
            await clock.WaitAsync(Look, cancellationToken);
        }
    }
}
