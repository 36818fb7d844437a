using StagingHarness.Execution.Ports.Failures;

namespace StagingHarness.Execution.Engines.Docker.Endpoints;

/// <summary>The engine that was found cannot carry a stage.</summary>
public sealed class UnsuitableDockerException : EnvironmentException
{
    public UnsuitableDockerException(string address, string source, string why, string fix)
        : base($"Docker endpoint '{address}' ({source}) cannot carry a stage: {why}. {fix}")
    {
    }
}
