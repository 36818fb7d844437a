using Docker.DotNet;
using Docker.DotNet.Models;
using DotNet.Testcontainers.Configurations;
using Version = System.Version;

namespace StagingHarness.Execution.Engines.Docker.Endpoints;

/// <summary>Asks one endpoint for its version, without naming one: Docker and Podman of any age answer that.</summary>
internal sealed class EndpointQuery(TimeProvider timeProvider)
{
    /// <summary>How long an endpoint may take to answer.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(3);

    /// <returns>Either the engine's version, or what went wrong.</returns>
    public async Task<(EngineVersion? Engine, EndpointFailure? Failure)> AskAsync(
        IDockerEndpointAuthenticationConfiguration endpoint, CancellationToken cancellationToken)
    {
        var isSocketFile = endpoint.Endpoint.Scheme == "unix";
        using var deadline = new CancellationTokenSource(Deadline, timeProvider);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            using var client = new DockerClientBuilder().WithEndpoint(endpoint.Endpoint).WithAuthProvider(endpoint.AuthProvider).Build();
            return Read(await client.System.GetVersionAsync(both.Token)) is { } engine
                ? (engine, null)
                : (null, new EndpointFailure("what answers there is no Docker engine: its answer names no version of the API"));
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return (null, new EndpointFailure($"it did not answer within {Deadline.TotalSeconds:0} s"));
        }
        catch (Exception exception) when (EndpointFailure.Of(exception, isSocketFile) is { } failure)
        {
            return (null, failure);
        }
    }

    /// <summary>Null when the answer is not that of an engine.</summary>
    internal static EngineVersion? Read(VersionResponse? answer)
    {
        if (answer is null || !Version.TryParse(answer.APIVersion, out var newest))
        {
            return null;
        }

        return new EngineVersion
        {
            Version = string.IsNullOrEmpty(answer.Version) ? "of unknown version" : answer.Version,
            NewestApi = newest,

            // Engines that do not tell it speak their own version in any case.
            OldestApi = Version.TryParse(answer.MinAPIVersion, out var oldest) ? oldest : newest,
            OperatingSystem = answer.Os ?? "",
            Architecture = answer.Arch ?? "",
            IsPodman = answer.Components?.Any(component => component.Name?.Contains("Podman", StringComparison.OrdinalIgnoreCase) == true) == true
                || answer.Platform?.Name?.Contains("Podman", StringComparison.OrdinalIgnoreCase) == true,
        };
    }
}
