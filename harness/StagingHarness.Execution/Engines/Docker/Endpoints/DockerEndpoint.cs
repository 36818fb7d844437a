using Docker.DotNet;
using DotNet.Testcontainers.Configurations;

namespace StagingHarness.Execution.Engines.Docker.Endpoints;

/// <summary>A Docker engine that answers, and the version of the API that is spoken with it.</summary>
public sealed record DockerEndpoint
{
    internal DockerEndpoint(IDockerEndpointAuthenticationConfiguration configuration) => Configuration = configuration;

    /// <summary>Such as <c>unix:///var/run/docker.sock</c>.</summary>
    public required Uri Address { get; init; }

    /// <summary>How it was found: <c>variable DOCKER_HOST</c>, <c>usual socket</c>.</summary>
    public required string Source { get; init; }

    /// <summary>Version of the API that is spoken with it.</summary>
    public required Version ApiVersion { get; init; }

    /// <summary>Newest version of the API that it knows.</summary>
    public required Version NewestApiVersion { get; init; }

    /// <summary>Name and version of the engine: <c>Docker 20.10.24</c>, <c>Podman 5.2.0</c>.</summary>
    public required string Engine { get; init; }

    /// <summary>As Go names it: <c>amd64</c>, <c>arm64</c>.</summary>
    public required string Architecture { get; init; }

    public required bool IsPodman { get; init; }

    /// <summary>The engine has no root rights on its machine.</summary>
    public required bool IsRootless { get; init; }

    /// <summary>Folder on the engine's machine that holds images and volumes; empty when it does not tell.</summary>
    public required string StorageFolder { get; init; }

    /// <summary>Such as <c>overlay2</c>; empty when it does not tell.</summary>
    public required string StorageDriver { get; init; }

    /// <summary>Memory of the engine's machine, in bytes; 0 when it does not tell.</summary>
    public required long MemoryBytes { get; init; }

    /// <summary>Processors of the engine's machine; 0 when it does not tell.</summary>
    public required long Processors { get; init; }

    /// <summary>For Testcontainers' builders.</summary>
    internal IDockerEndpointAuthenticationConfiguration Configuration { get; }

    /// <summary>Finds the engine of this user and machine.</summary>
    /// <param name="timeProvider">Bounds each endpoint's answer to 3 s.</param>
    /// <param name="cancellationToken">Gives up the search.</param>
    /// <exception cref="NoDockerEndpointException">No engine answers, and none was chosen.</exception>
    /// <exception cref="DockerSettingException">The setting that chooses an engine cannot be used.</exception>
    /// <exception cref="DockerNotAnsweringException">The engine that was chosen does not answer.</exception>
    /// <exception cref="DockerVersionException">The engine that answers speaks no version of the API that the harness knows.</exception>
    /// <exception cref="UnsuitableDockerException">The engine cannot carry a stage: it runs elsewhere, or Windows containers.</exception>
    public static Task<DockerEndpoint> FindAsync(TimeProvider timeProvider, CancellationToken cancellationToken) =>
        new EndpointSearch(EndpointSurroundings.OfThisProcess(), timeProvider).RunAsync(cancellationToken);

    /// <summary>Whether the engine has the image, so that no registry is needed for it.</summary>
    /// <param name="name">Name with tag or digest, or an id.</param>
    /// <param name="cancellationToken">Gives up the question.</param>
    /// <exception cref="HttpRequestException">The engine is gone.</exception>
    public async Task<bool> HasImageAsync(string name, CancellationToken cancellationToken)
    {
        using var client = CreateClient();
        try
        {
            await client.Images.InspectImageAsync(name, cancellationToken);
            return true;
        }
        catch (DockerApiException)
        {
            // It has none, or its name is none; whatever else an engine may say, the image cannot be had from it.
            return false;
        }
    }

    /// <summary>A client of our own; whoever takes it disposes it.</summary>
    internal DockerClient CreateClient() => Configuration.GetDockerClientBuilder().Build();
}
