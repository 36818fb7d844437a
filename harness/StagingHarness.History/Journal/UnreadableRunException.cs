namespace StagingHarness.History.Journal;

/// <summary>A folder does not hold a run that this build can read.</summary>
public sealed class UnreadableRunException : Exception
{
    public UnreadableRunException(string message)
        : base(message)
    {
    }
}
