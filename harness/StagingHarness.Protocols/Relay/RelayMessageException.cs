namespace StagingHarness.Protocols.Relay;

/// <summary>What came over a connection to or of a relay is not the message that had to come.</summary>
public sealed class RelayMessageException : Exception
{
    public RelayMessageException(string message)
        : base(message)
    {
    }

    public RelayMessageException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
