using System.Net;

namespace StagingHarness.Protocols.Relay;

/// <summary>First message on a connection to a relay: who asks, and whom it wants to be connected to.</summary>
public sealed record RelayHello
{
    /// <summary>The run's control token.</summary>
    public required string Token { get; init; }

    /// <summary>Host and port as the relay is to resolve them; null only asks whether the relay is there and takes the token.</summary>
    public DnsEndPoint? Target { get; init; }

    /// <summary>How long the relay may take to resolve and connect; whole milliseconds.</summary>
    public required TimeSpan ConnectWithin { get; init; }

    /// <summary>The next message of the stream; null when the stream ended where it would begin.</summary>
    /// <exception cref="RelayMessageException">What came is none.</exception>
    public static Task<RelayHello?> ReadAsync(Stream stream, CancellationToken cancellationToken) =>
        RelayMessage.ReadAsync(stream, ReadFields, cancellationToken);

    /// <summary>The message as it goes over the wire.</summary>
    /// <exception cref="RelayMessageException">Token or host are too long.</exception>
    public byte[] ToMessage() => RelayMessage.Create(writer =>
    {
        writer.Write(Token);
        writer.Write((int)ConnectWithin.TotalMilliseconds);
        writer.Write(Target?.Host ?? "");
        writer.Write((ushort)(Target?.Port ?? 0));
    });

    /// <summary>Without the token.</summary>
    public override string ToString() => Target is null ? "hello" : $"hello, for '{Target.Host}:{Target.Port}'";

    private static RelayHello ReadFields(BinaryReader reader)
    {
        var token = reader.ReadString();
        var connectWithin = TimeSpan.FromMilliseconds(reader.ReadInt32());
        var host = reader.ReadString();
        var port = reader.ReadUInt16();
        return new RelayHello
        {
            Token = token,
            Target = host.Length == 0 ? null : new DnsEndPoint(host, port),
            ConnectWithin = connectWithin,
        };
    }
}
