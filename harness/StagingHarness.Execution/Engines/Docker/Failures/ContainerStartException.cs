using StagingHarness.Execution.Ports.Failures;

namespace StagingHarness.Execution.Engines.Docker.Failures;

/// <summary>The engine could not start a container: its program is missing, or something asked for it is not possible there.</summary>
public sealed class ContainerStartException : EnvironmentException, IStartFailure
{
    public ContainerStartException(string instance, string image, string detail)
        : base($"Instance '{instance}' could not be started from image '{image}': {detail} "
            + "Correct 'start', 'container' or the image in the system file.")
    {
    }
}
