using StagingHarness.Execution.Ports.Failures;

namespace StagingHarness.Execution.Supervision;

/// <summary>The supervisor of a run's processes has ended while it was needed; they were ended with it.</summary>
public sealed class SupervisorLostException : EnvironmentException
{
    public SupervisorLostException(string how, IReadOnlyCollection<string> lastOutput)
        : base($"The supervisor of the stage's processes {how}; the processes were ended too. "
            + "Run again; if it happens again, see whether something on this machine kills processes. Its last output:"
            + Environment.NewLine + Indent(lastOutput))
    {
    }
}
