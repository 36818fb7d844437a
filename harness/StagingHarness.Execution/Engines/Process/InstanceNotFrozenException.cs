using StagingHarness.Execution.Ports.Failures;

namespace StagingHarness.Execution.Engines.Process;

/// <summary>An instance was told to stand still or to go on, and did not.</summary>
public sealed class InstanceNotFrozenException : EnvironmentException
{
    public InstanceNotFrozenException(string instance, string processId, bool wasToFreeze, TimeSpan deadline)
        : base($"Instance '{instance}' (process {processId}) did not {(wasToFreeze ? "stand still" : "go on")} within {deadline.TotalSeconds:0} s of being told to. "
            + "See whether a debugger holds it, or whether it has ended; then run again.")
    {
    }
}
