namespace StagingHarness.Execution.Stages;

/// <summary>A step ran, but its effect was not seen.</summary>
internal sealed class NoEffectException(string message) : Exception(message);
