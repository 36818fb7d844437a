namespace StagingHarness.Generator.Sending;

/// <summary>The first defect that makes the traffic worthless, wherever it happened.</summary>
internal sealed class SessionFault
{
    private readonly TaskCompletionSource _raised = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Never completes well; faults with the defect.</summary>
    public Task Raised => _raised.Task;

    public void Raise(Exception exception) => _raised.TrySetException(exception);
}
