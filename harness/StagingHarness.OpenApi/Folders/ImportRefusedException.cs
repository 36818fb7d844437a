namespace StagingHarness.OpenApi.Folders;

/// <summary>Nothing can be imported so; the message says why, and what to do.</summary>
public sealed class ImportRefusedException(string message) : Exception(message);
