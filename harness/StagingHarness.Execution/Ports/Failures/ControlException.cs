namespace StagingHarness.Execution.Ports.Failures;

/// <summary>A control listener of the stage did not do what it was told.</summary>
public sealed class ControlException : EnvironmentException
{
    public ControlException(string member, string what)
        : base($"The {member} did not obey: {what}")
    {
    }

    public ControlException(string member, string what, Exception inner)
        : base($"The {member} did not obey: {what}", inner)
    {
    }
}
