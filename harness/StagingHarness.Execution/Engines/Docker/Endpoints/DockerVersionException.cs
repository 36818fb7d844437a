using StagingHarness.Execution.Ports.Failures;

namespace StagingHarness.Execution.Engines.Docker.Endpoints;

/// <summary>An engine and the harness have no version of the API in common.</summary>
public sealed class DockerVersionException : EnvironmentException
{
    public DockerVersionException(string address, string engine, string speaks, string needed, string fix)
        : base($"{engine} at '{address}' speaks {speaks} of the Docker API, and the harness {needed}. {fix}")
    {
    }
}
