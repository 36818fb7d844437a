using System.Buffers.Binary;

namespace StagingHarness.Protocols.Generator;

/// <summary>Writes whole frames to a stream, also when several writers call at once. Does not own the stream.</summary>
public sealed class FrameWriter(Stream stream) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private byte[] _buffer = [];

    /// <exception cref="ArgumentException">The payload is larger than <see cref="Frame.LargestPayload"/>.</exception>
    /// <exception cref="IOException">The connection is gone.</exception>
    public async ValueTask WriteAsync(FrameType type, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        if (payload.Length > Frame.LargestPayload)
        {
            throw new ArgumentException(
                $"Frame '{type}' would hold {payload.Length} bytes; at most {Frame.LargestPayload} are allowed.", nameof(payload));
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            var length = Frame.HeaderSize + payload.Length;
            if (_buffer.Length < length)
            {
                _buffer = new byte[length];
            }

            BinaryPrimitives.WriteInt32LittleEndian(_buffer, payload.Length);
            _buffer[4] = (byte)type;
            payload.Span.CopyTo(_buffer.AsSpan(Frame.HeaderSize));
            await stream.WriteAsync(_buffer.AsMemory(0, length), cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
