using System.Net.Sockets;

namespace StagingHarness.Protocols.Relay;

/// <summary>A relay's answer to a <see cref="RelayHello"/>; after <see cref="RelayOutcome.Connected"/> it copies bytes.</summary>
public sealed record RelayAnswer
{
    private const int LongestMessage = 500;

    public required RelayOutcome Outcome { get; init; }

    /// <summary>What the attempt ended with; success unless it failed. Its numbers are the same on every platform.</summary>
    public SocketError Error { get; init; } = SocketError.Success;

    /// <summary>Why it was refused or failed; empty otherwise.</summary>
    public string Message { get; init; } = "";

    /// <summary>The next message of the stream; null when the stream ended where it would begin.</summary>
    /// <exception cref="RelayMessageException">What came is none.</exception>
    public static Task<RelayAnswer?> ReadAsync(Stream stream, CancellationToken cancellationToken) =>
        RelayMessage.ReadAsync(stream, ReadFields, cancellationToken);

    /// <summary>The message as it goes over the wire; its text is cut at 500 characters.</summary>
    public byte[] ToMessage() => RelayMessage.Create(writer =>
    {
        writer.Write((byte)Outcome);
        writer.Write((int)Error);
        writer.Write(Message.Length > LongestMessage ? Message[..LongestMessage] : Message);
    });

    private static RelayAnswer ReadFields(BinaryReader reader)
    {
        var outcome = (RelayOutcome)reader.ReadByte();
        return Enum.IsDefined(outcome)
            ? new RelayAnswer { Outcome = outcome, Error = (SocketError)reader.ReadInt32(), Message = reader.ReadString() }
            : throw new FormatException($"outcome {(byte)outcome} is unknown");
    }
}
