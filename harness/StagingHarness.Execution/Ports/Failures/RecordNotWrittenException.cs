namespace StagingHarness.Execution.Ports.Failures;

/// <summary>What was measured could not be written into the record of the run.</summary>
public sealed class RecordNotWrittenException : EnvironmentException
{
    public RecordNotWrittenException(IOException inner)
        : base($"What the traffic measured could not be written: {inner.Message.TrimEnd('.')}. Make room on the disk or mend it, then run again.", inner)
    {
    }
}
