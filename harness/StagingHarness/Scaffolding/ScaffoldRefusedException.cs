namespace StagingHarness.Scaffolding;

/// <summary>What was asked for cannot be written; the message says why, and what to do.</summary>
public sealed class ScaffoldRefusedException(string message) : Exception(message);
