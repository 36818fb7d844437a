namespace StagingHarness.Recording;

/// <summary>Nothing can be recorded so; the message says why, and what to do.</summary>
public sealed class RecordRefusedException(string message) : Exception(message);
