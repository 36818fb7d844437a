namespace StagingHarness.Execution.Running;

/// <summary>A step failed for a reason of the environment; its failure stands in the journal already.</summary>
internal sealed class StepEnvironmentException(string message) : Exception(message);
