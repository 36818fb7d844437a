namespace StagingHarness.Execution.Running;

/// <summary>The unchanged stage was not right, so nothing was changed.</summary>
internal sealed class BaselineNotMetException(string message) : Exception(message);
