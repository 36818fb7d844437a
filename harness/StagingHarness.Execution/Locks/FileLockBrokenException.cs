using StagingHarness.Execution.Ports.Failures;

namespace StagingHarness.Execution.Locks;

/// <summary>A lock file could not be opened, for another reason than that it is held.</summary>
public sealed class FileLockBrokenException : EnvironmentException
{
    public FileLockBrokenException(string file, IOException inner)
        : base($"Lock file '{file}' could not be opened: {inner.Message} Mend that, or delete the file while nothing runs; then run again.", inner)
    {
    }
}
