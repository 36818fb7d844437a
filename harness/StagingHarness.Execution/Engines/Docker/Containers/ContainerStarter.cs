using Docker.DotNet;
using Docker.DotNet.Models;
using DotNet.Testcontainers.Containers;
using StagingHarness.Execution.Engines.Docker.Failures;
using StagingHarness.Execution.Engines.Docker.Networks;

namespace StagingHarness.Execution.Engines.Docker.Containers;

/// <summary>Makes containers and starts them.</summary>
internal sealed class ContainerStarter(DockerSession session, StageNetworks networks)
{
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
            await RemoveAsync(spec.Name, CancellationToken.None);
            if (exception is DockerApiException or HttpRequestException or IOException)
            {
                throw DockerFailure.OfStart(spec.Instance, spec.Image, exception);
            }

            throw;
        }

        return await session.Client.Containers.InspectContainerAsync(spec.Name, cancellationToken);
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
        catch (Exception exception) when (exception is DockerApiException or HttpRequestException or IOException or OperationCanceledException)
        {
            return exception.Message.Contains("is already in progress", StringComparison.Ordinal)
                ? null
                : $"Container '{name}' could not be removed: {exception.Message} Remove it with 'stage clean'.";
        }
    }

    private StageContainer Build(ContainerSpec spec)
    {
        var first = spec.Seats.All[0];
        var builder = new StageContainerBuilder(spec.Image, spec.Seats)
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
            });
        if (spec.Entrypoint is { } entrypoint)
        {
            builder = builder.WithEntrypoint([.. entrypoint]);
        }

        return spec.Command.IsEmpty ? builder.Build() : builder.WithCommand([.. spec.Command]).Build();
    }
}
