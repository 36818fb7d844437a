using System.Collections.Immutable;
using StagingHarness.Execution.Ports;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Execution.Stages;

/// <summary>Places versions on servers, starts them there, and asks them what they run.</summary>
internal sealed class ServerStarter(
    IEngine engine,
    IProbe probe,
    RunClock clock,
    RunSecrets secrets,
    Stage stage,
    ProviderPlan? provider,
    LifeWatch lives)
{
    private static readonly TimeSpan ProbeTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Puts the version on the server; what runs there does not change.</summary>
    public async Task PlaceAsync(Server server, ServerVersion version, StepScope scope, CancellationToken cancellationToken)
    {
        server.Placed = await engine.PlaceAsync(
            new PlacementOrder
            {
                Instance = server.Name,
                Version = version,
                Platform = server.Service.Platforms[version.Platform],
                Release = server.Service.Releases[version.Release],
            },
            cancellationToken);
        scope.Append(new VersionPlaced { Instance = server.Name, Version = version, Digests = server.Placed.Digests });
        scope.Observe($"{version} lies on '{server.Name}'");
    }

    /// <summary>Starts what lies on the server, and has it attest itself.</summary>
    /// <exception cref="NoEffectException">It runs, and attests another version than the one that was placed.</exception>
    public async Task<ServerRun> StartAsync(Server server, StepScope scope, CancellationToken cancellationToken)
    {
        var placed = server.Placed ?? throw new InvalidOperationException($"Nothing lies on '{server.Name}'.");
        server.Generation++;
        scope.Observe($"'{server.Name}' starts with {placed.Version}");
        var instance = await engine.StartAsync(CreateOrder(server, placed), cancellationToken);
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
        });
        lives.WatchServer(instance);
        return await AttestAsync(server, instance, placed.Version, scope, cancellationToken);
    }

    /// <summary>Asks a running server what it runs, and records the answer.</summary>
    /// <exception cref="NoEffectException">It does not say, or it runs another version than the one wanted.</exception>
    public async Task<ServerRun> AttestAsync(
        Server server, IInstance instance, ServerVersion wanted, StepScope scope, CancellationToken cancellationToken)
    {
        var plan = server.Service.Attestation;
        var address = new Uri(instance.AddressOf(ServerRun.Listener), plan.Path);
        var answer = await probe.GetAsync(address, ProbeTimeout, cancellationToken);
        if (answer.Status != 200)
        {
            throw new NoEffectException(
                $"Instance '{server.Name}' attests nothing: '{plan.Path}' answered {answer.Status?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? answer.Problem}.");
        }

        var (version, libraries) = Attestation.Read(server.Name, answer.Body, plan);
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

        return new ServerRun { Instance = instance, Version = version, Libraries = libraries };
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

    private async Task DrainAsync(Server server, ServerRun run, StepScope scope, CancellationToken cancellationToken)
    {
        var gateway = stage.Gateway ?? throw new InvalidOperationException("No gateway runs yet.");
        var giveUp = clock.Elapsed + server.Service.Launch.StopGrace;
        while (await gateway.CountInFlightAsync(run.Target.Address, cancellationToken) is var inFlight and > 0 && clock.Elapsed < giveUp)
        {
            scope.Observe($"'{server.Name}' still has {inFlight} requests in flight");
            await clock.WaitAsync(TimeSpan.FromMilliseconds(10), cancellationToken);
        }
    }

    private InstanceOrder CreateOrder(Server server, Placement placed)
    {
        var launch = server.Service.Launch;
        return new InstanceOrder
        {
            Name = server.Name,
            Generation = server.Generation,
            Program = new ProgramSource.Placed(placed),
            Arguments = [.. launch.Arguments.Select(Fill)],
            Environment = launch.Environment.ToImmutableSortedDictionary(pair => pair.Key, pair => Fill(pair.Value), StringComparer.Ordinal),
            Listeners = [ServerRun.Listener],
            Readiness = new ReadinessCheck.HttpOk(ServerRun.Listener, server.Service.Readiness.Path) { Deadline = server.Service.Readiness.Deadline },
        };
    }

    /// <summary>Fills in what the run knows; the engine fills in what it knows.</summary>
    private string Fill(string value)
    {
        foreach (var (name, secret) in secrets.Generated)
        {
            value = value.Replace("{credentials." + name + "}", secret, StringComparison.Ordinal);
        }

        return provider is null
            ? value
            : value
                .Replace("{provider.issuer}", stage.Provider?.Issuer.OriginalString, StringComparison.Ordinal)
                .Replace("{provider.audience}", provider.Audience, StringComparison.Ordinal);
    }
}
