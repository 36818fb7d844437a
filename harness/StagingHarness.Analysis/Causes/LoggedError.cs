namespace StagingHarness.Analysis.Causes;

/// <summary>An exception as a log shows it.</summary>
/// <param name="Type">Full name of its type.</param>
/// <param name="Message">First line of its message, without what differs from one occurrence to the next.</param>
public sealed record LoggedError(string Type, string Message)
{
    public override string ToString() => $"{Type}: {Message}";
}
