using System.Collections.Immutable;

namespace StagingHarness.Execution.Engines.Docker.Endpoints;

/// <summary>
/// Where engines are looked for, in the order in which Testcontainers and the docker command look: what somebody chose
/// first, and then nothing else; else the places where engines usually listen.
/// </summary>
internal static class EndpointCandidates
{
    private const string DefaultSocket = "unix:///var/run/docker.sock";
    private const string DefaultPipe = "npipe://./pipe/docker_engine";
    private const string DefaultTlsAddress = "tcp://localhost:2376";

    private static readonly string[] Schemes = ["unix", "tcp", "npipe", "http", "https"];

    /// <exception cref="DockerSettingException">A setting names something that is no endpoint.</exception>
    public static ImmutableArray<EndpointCandidate> List(EndpointSurroundings surroundings)
    {
        var properties = TestcontainersProperties.Of(surroundings);
        return Chosen(surroundings, properties) is { } chosen ? [chosen] : Usual(surroundings);
    }

    private static EndpointCandidate? Chosen(EndpointSurroundings surroundings, TestcontainersProperties properties)
    {
        var (address, source) = ChosenAddress(surroundings, properties);
        var isTls = IsTls(surroundings, properties);
        if (address is null && isTls)
        {
            (address, source) = (DefaultTlsAddress, "variable DOCKER_TLS_VERIFY");
        }

        return address is null
            ? null
            : new EndpointCandidate(Parse(address, source), source, IsExplicit: true)
            {
                IsTls = isTls && !address.StartsWith("unix:", StringComparison.Ordinal) && !address.StartsWith("npipe:", StringComparison.Ordinal),
            };
    }

    private static (string? Address, string Source) ChosenAddress(EndpointSurroundings surroundings, TestcontainersProperties properties)
    {
        (string? Address, string Source)[] addresses =
        [
            (properties["tc.host"], "'tc.host' in ~/.testcontainers.properties"),
            (surroundings.Setting("DOCKER_HOST"), "variable DOCKER_HOST"),
            (properties["docker.host"], "'docker.host' in ~/.testcontainers.properties"),
        ];
        if (addresses.FirstOrDefault(one => one.Address is not null) is { Address: not null } chosen)
        {
            return chosen;
        }

        var folder = surroundings.Setting("DOCKER_CONFIG") ?? properties["docker.config"] ?? Path.Combine(surroundings.HomeFolder, ".docker");
        (string? Context, string Source)[] contexts =
        [
            (surroundings.Setting("DOCKER_CONTEXT"), "variable DOCKER_CONTEXT"),
            (properties["docker.context"], "'docker.context' in ~/.testcontainers.properties"),
            (DockerContext.Current(surroundings, folder), $"'currentContext' in '{Path.Combine(folder, "config.json")}'"),
        ];
        var (context, source) = contexts.FirstOrDefault(one => !string.IsNullOrEmpty(one.Context));
        return context is null or DockerContext.None
            ? (null, "")
            : (DockerContext.AddressOf(context, source, surroundings, folder), $"context '{context}' ({source})");
    }

    private static ImmutableArray<EndpointCandidate> Usual(EndpointSurroundings surroundings)
    {
        if (surroundings.UserId is not { } user)
        {
            return [new EndpointCandidate(new Uri(DefaultPipe), "usual pipe", IsExplicit: false)];
        }

        var runtime = surroundings.Setting("XDG_RUNTIME_DIR");
        var home = surroundings.HomeFolder;
        (string? Address, string Source)[] usual =
        [
            (DefaultSocket, "usual socket"),
            ($"unix://{home}/.docker/desktop/docker.sock", "Docker Desktop"),
            (runtime is null ? null : $"unix://{runtime}/docker.sock", "rootless Docker"),
            ($"unix://{home}/.docker/run/docker.sock", "Docker Desktop or rootless Docker"),
            ($"unix:///run/user/{user}/docker.sock", "rootless Docker"),
            (runtime is null ? null : $"unix://{runtime}/podman/podman.sock", "rootless Podman"),
            ($"unix:///run/user/{user}/podman/podman.sock", "rootless Podman"),
            ("unix:///run/podman/podman.sock", "Podman"),
        ];
        return
        [
            .. usual.Where(one => one.Address is not null)
                .DistinctBy(one => one.Address)
                .Select(one => new EndpointCandidate(new Uri(one.Address!), one.Source, IsExplicit: false)),
        ];
    }

    private static bool IsTls(EndpointSurroundings surroundings, TestcontainersProperties properties) =>
        IsOn(surroundings.Setting("DOCKER_TLS_VERIFY") ?? properties["docker.tls.verify"])
        || IsOn(surroundings.Setting("DOCKER_TLS") ?? properties["docker.tls"]);

    private static bool IsOn(string? value) => value == "1" || string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);

    private static Uri Parse(string address, string source)
    {
        // The docker command writes pipes with four slashes, which no other program understands.
        var text = address.Replace("npipe:////./", "npipe://./", StringComparison.Ordinal);
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || !text.Contains("://", StringComparison.Ordinal))
        {
            throw new DockerSettingException(source, address, "it is no address", "Write it as 'unix:///var/run/docker.sock' or 'tcp://127.0.0.1:2375'.");
        }

        if (!Schemes.Contains(uri.Scheme))
        {
            throw new DockerSettingException(
                source, address, $"the harness does not speak '{uri.Scheme}'", "Name an engine of this machine, such as 'unix:///var/run/docker.sock'.");
        }

        return uri;
    }
}
