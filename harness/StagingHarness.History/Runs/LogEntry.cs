namespace StagingHarness.History.Runs;

/// <summary>One line that an instance wrote.</summary>
/// <param name="At">Real time since the run's epoch.</param>
/// <param name="IsError">Written to standard error.</param>
/// <param name="Text">The line, without its end.</param>
public sealed record LogEntry(TimeSpan At, bool IsError, string Text);
