using System.Buffers.Binary;

namespace StagingHarness.Protocols.Generator;

/// <summary>Reads frames from a stream, one after the other; for one reader at a time. Does not own the stream.</summary>
public sealed class FrameReader(Stream stream)
{
    private readonly byte[] _header = new byte[Frame.HeaderSize];

    /// <summary>The next frame; null when the stream ended where a frame would begin.</summary>
    /// <exception cref="FrameException">The stream ended inside a frame, or what came is no frame.</exception>
    public async ValueTask<Frame?> ReadAsync(CancellationToken cancellationToken)
    {
        var read = await stream.ReadAtLeastAsync(_header, Frame.HeaderSize, throwOnEndOfStream: false, cancellationToken);
        if (read == 0)
        {
            return null;
        }

        if (read < Frame.HeaderSize)
        {
            throw new FrameException($"The connection ended inside a frame header, after {read} of {Frame.HeaderSize} bytes.");
        }

        var length = BinaryPrimitives.ReadUInt32LittleEndian(_header);
        var type = (FrameType)_header[4];
        if (!Enum.IsDefined(type))
        {
            throw new FrameException($"Frame type {_header[4]} is unknown; the two sides are of different versions.");
        }

        if (length > Frame.LargestPayload)
        {
            throw new FrameException($"Frame '{type}' announces {length} bytes; at most {Frame.LargestPayload} are allowed.");
        }

        var payload = new byte[length];
        read = await stream.ReadAtLeastAsync(payload, payload.Length, throwOnEndOfStream: false, cancellationToken);
        return read == payload.Length
            ? new Frame(type, payload)
            : throw new FrameException($"The connection ended inside frame '{type}', after {read} of {length} bytes.");
    }
}
