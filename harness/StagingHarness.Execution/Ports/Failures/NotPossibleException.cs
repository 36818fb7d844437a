namespace StagingHarness.Execution.Ports.Failures;

/// <summary>An engine was asked for something that it cannot do; what to do instead is in the message.</summary>
public sealed class NotPossibleException : EnvironmentException
{
    public NotPossibleException(string engine, string what, string instead)
        : base($"The {engine} engine cannot {what}. {instead}")
    {
    }
}
