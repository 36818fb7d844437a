using StagingHarness.Execution.Ports.Failures;

namespace StagingHarness.Execution.Engines.Docker.Failures;

/// <summary>A container outlived SIGKILL.</summary>
public sealed class ContainerNotEndedException : EnvironmentException
{
    public ContainerNotEndedException(string instance, string container, TimeSpan deadline)
        : base($"Instance '{instance}' (container {container}) did not end within {deadline.TotalSeconds:0} s of being killed. "
            + "See the engine's own log, then remove it with 'stage clean'.")
    {
    }
}
