namespace StagingHarness.Execution.Dialing;

/// <summary>
/// The way to the stage is broken: its relay is not there, or does not let this run in. Never with an inner exception: that the
/// relay refuses a connection must not be taken for the word of the member that was to be reached.
/// </summary>
public sealed class RelayException(string message) : IOException(message);
