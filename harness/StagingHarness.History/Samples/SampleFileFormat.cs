namespace StagingHarness.History.Samples;

/// <summary>
/// <c>samples.bin</c>: sixteen bytes of header (<c>STAGESMP</c>, format version, record size; both 32 bit little-endian), then
/// the records of <see cref="Protocols.Samples.Sample"/> in the order in which the answers came; of several
/// generators, each sends what it gathered within 10 ms, so that the parts of one such stretch follow each other.
/// </summary>
public static class SampleFileFormat
{
    /// <summary>Version that this build writes and reads.</summary>
    public const int Version = 1;

    internal const int HeaderSize = 16;

    internal static ReadOnlySpan<byte> Magic => "STAGESMP"u8;
}
