using StagingHarness.Execution.Ports.Failures;

namespace StagingHarness.Execution.Supervision;

/// <summary>A process could not be started at all.</summary>
public sealed class ProcessStartException : EnvironmentException, IStartFailure
{
    public ProcessStartException(string file, string problem)
        : base($"Program '{file}' could not be started: {problem} Mend the system's entry, or install what is missing.")
    {
    }
}
