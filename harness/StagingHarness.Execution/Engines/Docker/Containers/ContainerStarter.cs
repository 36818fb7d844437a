using System.Collections.Immutable;
using Docker.DotNet;
using Docker.DotNet.Models;
using DotNet.Testcontainers.Containers;
using StagingHarness.Execution.Engines.Docker.Failures;
using StagingHarness.Execution.Engines.Docker.Networks;
using StagingHarness.Execution.Engines.Docker.Sweeping;

namespace StagingHarness.Execution.Engines.Docker.Containers;

/// <summary>Makes containers and starts them.</summary>
internal sealed class ContainerStarter(DockerSession session, StageNetworks networks)
{
    private static readonly TimeSpan RemovalDeadline = TimeSpan.FromSeconds(10);

    /// <summary>Makes the container and starts it; one that has ended already is started, too.</summary>
    /// <exception cref="ContainerStartException">The engine could not start its program.</exception>
    /// <exception cref="PortTakenException">A port to be published is taken.</exception>
    /// <exception cref="DiskFullException">The engine has no room left.</exception>
    /// <exception cref="EngineRefusedException">The engine failed.</exception>
    public async Task<ContainerInspectResponse> StartAsync(ContainerSpec spec, CancellationToken cancellationToken)
    {
        var container = Build(spec);
        try
        {
            await container.StartAsync(cancellationToken);
        }
        catch (ContainerNotRunningException)
        {
            // It ended at once. Whoever waits for it to be ready is told how.
        }
        catch (Exception exception)
        {
            await GiveUpAsync(spec.Name);
            if (EngineTrouble.Is(exception))
            {
                throw DockerFailure.OfStart(spec.Instance, spec.Image, exception);
            }

            throw;
        }

        return await session.Client.Containers.InspectContainerAsync(spec.Name, cancellationToken);
    }

    /// <summary>Removes the container, as far as that is done within the time that anything may take to be removed.</summary>
    private async Task GiveUpAsync(string name)
    {
        using var deadline = new CancellationTokenSource(RemovalDeadline, session.TimeProvider);

        // What is left is found by its label when the stage is taken down; the first cause is what counts here.
        _ = await RemoveAsync(name, deadline.Token);
    }

    /// <summary>Removes the container, running or not; one that is not there is no trouble.</summary>
    /// <returns>Why it could not be removed; null when it is gone.</returns>
    public async Task<string?> RemoveAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            await session.Client.Containers.RemoveContainerAsync(
                name, new ContainerRemoveParameters { Force = true, RemoveVolumes = true }, cancellationToken);
            return null;
        }
        catch (DockerContainerNotFoundException)
        {
            return null;
        }
        catch (Exception exception) when (EngineTrouble.Is(exception) || exception is OperationCanceledException)
        {
            return exception.Message.Contains("is already in progress", StringComparison.Ordinal)
                ? null
                : $"Container '{name}' could not be removed: {EngineTrouble.Words(exception)} Remove it with 'stage clean'.";
        }
    }

    /// <summary>Removes every container that carries the run's label.</summary>
    /// <returns>What could not be removed, and why.</returns>
    public async Task<ImmutableArray<string>> RemoveAllAsync(string runId, CancellationToken cancellationToken)
    {
        try
        {
            var all = await session.Client.Containers.ListContainersAsync(
                new ContainersListParameters
                {
                    All = true,
                    Filters = new Dictionary<string, IDictionary<string, bool>>
                    {
                        ["label"] = new Dictionary<string, bool> { [$"{DockerLabels.Run}={runId}"] = true },
                    },
                },
                cancellationToken);
            return [.. (await Task.WhenAll(all.Select(container => RemoveAsync(container.ID, cancellationToken)))).OfType<string>()];
        }
        catch (Exception exception) when (EngineTrouble.Is(exception) || exception is OperationCanceledException)
        {
            return [$"Containers of run '{runId}' could not be looked for: {EngineTrouble.Words(exception)} Remove what is left with 'stage clean'."];
        }
    }

    private StageContainer Build(ContainerSpec spec)
    {
        var first = spec.Seats.All[0];
        var builder = new StageContainerBuilder(spec.Image, spec.Seats, new ContainerTexts(session, spec.Texts))
            .WithDockerEndpoint(session.Endpoint.Configuration)
            .WithImagePullPolicy(static _ => false)
            .WithName(spec.Name)
            .WithLabel(session.Labels)
            .WithCleanUp(session.ReaperServes)
            .WithLogger(session.Logger)
            .WithEnvironment(spec.Environment)
            .WithNetwork(networks.NameOf(first.Network))
            .WithNetworkAliases(first.Aliases)
            .WithCreateParameterModifier(parameters =>
            {
                ContainerHardening.Apply(parameters, spec.Limits);
                ContainerHardening.Publish(parameters, spec.Published);
                if (!spec.Texts.IsEmpty)
                {
                    ContainerHardening.HoldTexts(parameters);
                }
            });
        if (spec.Entrypoint is { } entrypoint)
        {
            builder = builder.WithEntrypoint([.. entrypoint]);
        }

        return spec.Command.IsEmpty ? builder.Build() : builder.WithCommand([.. spec.Command]).Build();
    }
}
