using StagingHarness.Execution.Ports.Failures;

namespace StagingHarness.Execution.Engines.Docker.Failures;

/// <summary>The engine has no address range left for another network.</summary>
public sealed class AddressesExhaustedException : EnvironmentException
{
    public AddressesExhaustedException(string network, string detail)
        : base($"Network '{network}' could not be made, since the Docker engine has no address range left: {detail} "
            + "Take away what dead runs left ('stage clean'), or networks of others that nobody uses ('docker network ls').")
    {
    }
}
