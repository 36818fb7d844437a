using System.Buffers.Binary;
using System.Text;

namespace StagingHarness.Protocols.Relay;

/// <summary>
/// The one form of what client and relay say to each other before bytes are copied. On the wire: length of the rest (16 bits,
/// little-endian), version byte, then the fields as <see cref="BinaryWriter"/> writes them. Neither end reads past a message,
/// since what follows it belongs to whoever talks through the relay.
/// </summary>
internal static class RelayMessage
{
    /// <summary>All of a message; a longer one is refused before it is read.</summary>
    public const int LargestSize = 4096;

    private const int LengthSize = sizeof(ushort);
    private const byte Version = 1;

    /// <exception cref="RelayMessageException">The fields do not fit into a message.</exception>
    public static byte[] Create(Action<BinaryWriter> writeFields)
    {
        using var buffer = new MemoryStream();
        using var writer = new BinaryWriter(buffer, Encoding.UTF8);
        writer.Write((ushort)0);
        writer.Write(Version);
        writeFields(writer);
        writer.Flush();
        var message = buffer.ToArray();
        if (message.Length > LargestSize)
        {
            throw new RelayMessageException($"A relay message would have {message.Length} bytes; at most {LargestSize} are allowed.");
        }

        BinaryPrimitives.WriteUInt16LittleEndian(message, (ushort)(message.Length - LengthSize));
        return message;
    }

    /// <summary>The next message; null when the stream ended where it would begin.</summary>
    /// <exception cref="RelayMessageException">What came is none.</exception>
    public static async Task<T?> ReadAsync<T>(Stream stream, Func<BinaryReader, T> readFields, CancellationToken cancellationToken)
        where T : class
    {
        var head = new byte[LengthSize];
        var read = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        if (read == 0)
        {
            return null;
        }

        DemandWhole(read, head.Length);
        var length = BinaryPrimitives.ReadUInt16LittleEndian(head);
        if (length is 0 or > LargestSize - LengthSize)
        {
            throw new RelayMessageException($"A relay message announces {length} bytes; 1 to {LargestSize - LengthSize} are allowed.");
        }

        var rest = new byte[length];
        DemandWhole(await stream.ReadAtLeastAsync(rest, length, throwOnEndOfStream: false, cancellationToken), length);
        return ReadRest(rest, readFields);
    }

    private static void DemandWhole(int read, int length)
    {
        if (read < length)
        {
            throw new RelayMessageException($"The connection ended inside a relay message, after {read} of {length} bytes.");
        }
    }

    private static T ReadRest<T>(byte[] rest, Func<BinaryReader, T> readFields)
    {
        if (rest[0] != Version)
        {
            throw new RelayMessageException(
                $"A relay message is of version {rest[0]}, this side speaks {Version}; let harness and relay come from one build.");
        }

        using var reader = new BinaryReader(new MemoryStream(rest, 1, rest.Length - 1), Encoding.UTF8);
        try
        {
            var fields = readFields(reader);
            return reader.BaseStream.Position == reader.BaseStream.Length
                ? fields
                : throw new RelayMessageException("A relay message is longer than its fields.");
        }
        catch (Exception exception) when (exception is EndOfStreamException or FormatException or ArgumentException)
        {
            throw new RelayMessageException($"A relay message cannot be read: {exception.Message}", exception);
        }
    }
}
