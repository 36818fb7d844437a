namespace StagingHarness.Execution.Checks;

/// <summary>What a step asked for was asked, and does not hold.</summary>
internal sealed class CheckNotMetException(string message) : Exception(message);
