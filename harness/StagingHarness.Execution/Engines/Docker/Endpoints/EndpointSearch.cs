using System.Collections.Immutable;
using Docker.DotNet.Models;
using DotNet.Testcontainers.Configurations;
using Version = System.Version;

namespace StagingHarness.Execution.Engines.Docker.Endpoints;

/// <summary>Asks the candidates in their order, and takes the first that answers.</summary>
internal sealed class EndpointSearch(EndpointSurroundings surroundings, TimeProvider timeProvider)
{
    private const string Usual =
        "Install Docker or start it ('sudo systemctl start docker'), or let DOCKER_HOST name an engine that runs.";

    private const string Denied =
        "Let this user into the group of the socket ('sudo usermod -aG docker \"$USER\"', then log in again), or run with 'sudo'.";

    /// <summary>See <see cref="DockerEndpoint.FindAsync"/>.</summary>
    public Task<DockerEndpoint> RunAsync(CancellationToken cancellationToken) => RunAsync(EndpointCandidates.List(surroundings), cancellationToken);

    /// <summary>As above, with these candidates.</summary>
    internal async Task<DockerEndpoint> RunAsync(ImmutableArray<EndpointCandidate> candidates, CancellationToken cancellationToken)
    {
        var query = new EndpointQuery(timeProvider);
        var tried = ImmutableArray.CreateBuilder<string>();
        var isDenied = false;
        foreach (var candidate in candidates)
        {
            RefuseRemote(candidate);
            var configuration = ConfigurationOf(candidate);
            var (engine, failure) = await query.AskAsync(configuration, cancellationToken);
            if (engine is not null)
            {
                return await DescribeAsync(candidate, configuration, engine, cancellationToken);
            }

            if (candidate.IsExplicit)
            {
                throw new DockerNotAnsweringException(
                    candidate.Address.OriginalString, candidate.Source, failure!.IsDenied ? $"{failure.Observation}. {Denied.TrimEnd('.')}" : failure.Observation);
            }

            isDenied |= failure!.IsDenied;
            tried.Add($"{candidate.Address.OriginalString} ({candidate.Source}): {failure.Observation}");
        }

        throw new NoDockerEndpointException(tried.ToImmutable(), isDenied ? Denied : Usual);
    }

    /// <exception cref="DockerSettingException">It is no version.</exception>
    internal static Version? ChosenVersion(EndpointSurroundings surroundings)
    {
        const string Variable = "DOCKER_API_VERSION";
        var value = surroundings.Setting(Variable) ?? TestcontainersProperties.Of(surroundings)["docker.api.version"];
        return value is null ? null
            : Version.TryParse(value, out var version) ? version
            : throw new DockerSettingException($"variable {Variable}", value, "it is no version", "Remove it: the version is negotiated without it.");
    }

    private static void RefuseRemote(EndpointCandidate candidate)
    {
        if (candidate.IsRemote)
        {
            throw new UnsuitableDockerException(
                candidate.Address.OriginalString,
                candidate.Source,
                "its engine runs on another machine, and a stage is published on its machine's 127.0.0.1 only, so that it cannot be reached from here",
                "Name an engine of this machine, or run the harness on that one.");
        }
    }

    private static DockerEndpointAuthenticationConfiguration ConfigurationOf(EndpointCandidate candidate)
    {
        if (!candidate.IsTls)
        {
            return new DockerEndpointAuthenticationConfiguration(candidate.Address);
        }

        // Certificates are Testcontainers' business; it knows the settings, and keeps what it read to itself unless the engine answered it.
        var found = TestcontainersSettings.OS.DockerEndpointAuthConfig;
        return found?.AuthProvider is not null
            ? new DockerEndpointAuthenticationConfiguration(candidate.Address, found.AuthProvider)
            : throw new DockerNotAnsweringException(
                candidate.Address.OriginalString,
                candidate.Source,
                $"it was asked under TLS with the certificates of DOCKER_CERT_PATH, at version {ApiNegotiation.Preferred} of the API; for an older engine set DOCKER_API_VERSION");
    }

    private async Task<DockerEndpoint> DescribeAsync(
        EndpointCandidate candidate, DockerEndpointAuthenticationConfiguration found, EngineVersion engine, CancellationToken cancellationToken)
    {
        var address = candidate.Address.OriginalString;
        if (engine.OperatingSystem == "windows")
        {
            throw new UnsuitableDockerException(
                address, candidate.Source, "its containers are Windows containers", "Switch the engine to Linux containers.");
        }

        var version = ApiNegotiation.Choose(address, engine, ChosenVersion(surroundings));
        var configuration = new NegotiatedEndpoint(candidate.Address, found.AuthProvider, version);
        var info = await AskInfoAsync(candidate, configuration, cancellationToken);
        return new DockerEndpoint(configuration)
        {
            Address = candidate.Address,
            Source = candidate.Source,
            ApiVersion = version,
            NewestApiVersion = engine.NewestApi,
            Engine = engine.Name,
            Architecture = engine.Architecture,
            IsPodman = engine.IsPodman,
            IsRootless = info.SecurityOptions?.Any(option => option.Contains("name=rootless", StringComparison.Ordinal)) == true,
            StorageFolder = info.DockerRootDir ?? "",
            StorageDriver = info.Driver ?? "",
            MemoryBytes = info.MemTotal,
            Processors = info.NCPU,
        };
    }

    private async Task<SystemInfoResponse> AskInfoAsync(
        EndpointCandidate candidate, NegotiatedEndpoint configuration, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(EndpointQuery.Deadline, timeProvider);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        using var client = configuration.GetDockerClientBuilder().Build();
        try
        {
            return await client.System.GetSystemInfoAsync(both.Token);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new DockerNotAnsweringException(
                candidate.Address.OriginalString, candidate.Source, $"it told its version, and nothing of itself within {EndpointQuery.Deadline.TotalSeconds:0} s");
        }
        catch (Exception exception) when (EndpointFailure.Of(exception, candidate.IsSocketFile) is { } failure)
        {
            throw new DockerNotAnsweringException(
                candidate.Address.OriginalString, candidate.Source, $"it told its version, but when asked about itself {failure.Observation}");
        }
    }
}
