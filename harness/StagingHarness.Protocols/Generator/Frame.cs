namespace StagingHarness.Protocols.Generator;

/// <summary>One message between harness and generator. On the wire: payload length (32 bits, little-endian), type byte, payload.</summary>
public readonly record struct Frame(FrameType Type, ReadOnlyMemory<byte> Payload)
{
    /// <summary>Bytes before the payload.</summary>
    public const int HeaderSize = 5;

    /// <summary>A longer payload is refused before it is read, so that a stranger cannot make either side hold it.</summary>
    public const int LargestPayload = 8 << 20;
}
