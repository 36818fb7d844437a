using StagingHarness.Execution.Ports.Failures;

namespace StagingHarness.Execution.Engines.Process;

/// <summary>A file that an instance is to have could not be put beside it.</summary>
public sealed class FileNotPlacedException : EnvironmentException
{
    public FileNotPlacedException(string instance, string source, Exception inner)
        : base($"Instance '{instance}' cannot have file '{source}': {inner.Message} Correct its entry in the system file.", inner)
    {
    }
}
