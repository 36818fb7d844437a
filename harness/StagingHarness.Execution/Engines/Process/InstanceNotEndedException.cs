using StagingHarness.Execution.Ports.Failures;

namespace StagingHarness.Execution.Engines.Process;

/// <summary>An instance outlived SIGKILL.</summary>
public sealed class InstanceNotEndedException : EnvironmentException
{
    public InstanceNotEndedException(string instance, string processId, TimeSpan deadline)
        : base($"Instance '{instance}' (process {processId}) did not end within {deadline.TotalSeconds:0} s of being killed. "
            + "It hangs in the system's kernel, as on a file system that does not answer; see to that, then end it by hand.")
    {
    }
}
