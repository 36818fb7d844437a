using StagingHarness.Execution.Ports.Failures;

namespace StagingHarness.Execution.Engines.Docker.Endpoints;

/// <summary>The Docker endpoint that the user chose does not answer; no other is taken in its place.</summary>
public sealed class DockerNotAnsweringException : EnvironmentException
{
    public DockerNotAnsweringException(string address, string source, string observation)
        : base($"Docker endpoint '{address}', chosen by {source}, does not answer: {observation}. "
            + $"Start that engine, or change {source}.")
    {
    }
}
