using StagingHarness.Execution.Ports.Failures;

namespace StagingHarness.Execution.Locks;

/// <summary>A lock that processes share was not free by the deadline.</summary>
public sealed class FileLockTimeoutException : EnvironmentException
{
    public FileLockTimeoutException(string subject, TimeSpan deadline, string holder)
        : base($"The lock for {subject} was not free within {deadline.TotalSeconds:0.#} s; it is held by {holder}. "
            + "Wait for that process, or end it.")
    {
    }
}
