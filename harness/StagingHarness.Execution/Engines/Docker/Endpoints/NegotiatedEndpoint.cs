using Docker.DotNet;
using Docker.DotNet.Handler.Abstractions;
using DotNet.Testcontainers.Configurations;

namespace StagingHarness.Execution.Engines.Docker.Endpoints;

/// <summary>
/// An endpoint as Testcontainers takes it (<c>WithDockerEndpoint</c>), at the version that was negotiated. Testcontainers
/// keeps one client for each address in a process: the first endpoint with an address decides on its version.
/// </summary>
internal sealed class NegotiatedEndpoint(Uri address, IAuthProvider? credentials, Version version) : IDockerEndpointAuthenticationConfiguration
{
    public Version Version => version;

    public Uri Endpoint => address;

    public IAuthProvider? AuthProvider => credentials;

    public DockerClientBuilder GetDockerClientBuilder(Guid sessionId = default) =>
        new DockerEndpointAuthenticationConfiguration(address, credentials).GetDockerClientBuilder(sessionId).WithApiVersion(version);
}
