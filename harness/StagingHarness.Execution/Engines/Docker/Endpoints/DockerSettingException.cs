using StagingHarness.Execution.Ports.Failures;

namespace StagingHarness.Execution.Engines.Docker.Endpoints;

/// <summary>A setting that names a Docker engine cannot be used.</summary>
public sealed class DockerSettingException : EnvironmentException
{
    public DockerSettingException(string source, string value, string why, string fix)
        : base($"Value '{value}' of {source} cannot be used: {why}. {fix}")
    {
    }
}
