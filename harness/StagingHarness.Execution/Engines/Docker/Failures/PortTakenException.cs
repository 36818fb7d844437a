using StagingHarness.Execution.Ports.Failures;

namespace StagingHarness.Execution.Engines.Docker.Failures;

/// <summary>A port of this machine, at which the engine was to publish, is taken.</summary>
public sealed class PortTakenException : EnvironmentException
{
    public PortTakenException(string instance, string detail)
        : base($"Instance '{instance}' could not be published on 127.0.0.1, since its port is taken: {detail} "
            + "Run it again; if it stays so, see what holds the machine's ports ('ss -ltnp').")
    {
    }
}
