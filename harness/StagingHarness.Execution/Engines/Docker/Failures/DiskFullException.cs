using StagingHarness.Execution.Ports.Failures;

namespace StagingHarness.Execution.Engines.Docker.Failures;

/// <summary>The engine has no room left on its disk.</summary>
public sealed class DiskFullException : EnvironmentException
{
    public DiskFullException(string doing, string detail)
        : base($"The Docker engine has no room left on its disk while {doing}: {detail} "
            + "Make room, for instance with 'stage clean --images' or 'docker system df' and what it shows.")
    {
    }
}
