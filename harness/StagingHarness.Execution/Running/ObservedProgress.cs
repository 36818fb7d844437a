namespace StagingHarness.Execution.Running;

/// <summary>Passes progress on, and keeps the last line of it for the case that the work is given up.</summary>
internal sealed class ObservedProgress(IProgress<string> target) : IProgress<string>
{
    private volatile string last = "nothing yet";

    public string Last => last;

    public void Report(string value)
    {
        last = value;
        target.Report(value);
    }
}
