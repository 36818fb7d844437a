namespace StagingHarness.Protocols.Control;

/// <summary>The name in a URL to bind does not lead to one address of this host.</summary>
public sealed class ListenNameException(string message) : IOException(message);
