using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using StagingHarness.History.Journal;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.History.Samples;

/// <summary>Reads the samples of a run, also from a file that was cut off.</summary>
public static class SampleFileReader
{
    /// <summary>Whole records, and the hash of them; no samples when the file is not there.</summary>
    /// <exception cref="UnreadableRunException">The file is something else, or of a format version that this build does not know.</exception>
    public static SampleReading Read(string path)
    {
        if (!File.Exists(path))
        {
            return new SampleReading([], null);
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var content = new byte[file.Length];
        var bytes = content.AsSpan(0, file.ReadAtLeast(content, content.Length, throwOnEndOfStream: false));
        if (bytes.Length < SampleFileFormat.HeaderSize)
        {
            return new SampleReading([], null);
        }

        RefuseOtherFormats(bytes, path);
        var records = bytes[SampleFileFormat.HeaderSize..];
        var whole = records.Length / Sample.Size;
        var samples = ImmutableArray.CreateBuilder<Sample>(whole);
        for (var index = 0; index < whole; index++)
        {
            samples.Add(Sample.ReadFrom(records[(index * Sample.Size)..]));
        }

        return new SampleReading(samples.MoveToImmutable(), Convert.ToHexStringLower(SHA256.HashData(records[..(whole * Sample.Size)])));
    }

    private static void RefuseOtherFormats(ReadOnlySpan<byte> bytes, string path)
    {
        var version = BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]);
        var size = BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]);
        if (!bytes[..8].SequenceEqual(SampleFileFormat.Magic) || version != SampleFileFormat.Version || size != Sample.Size)
        {
            throw new UnreadableRunException(
                $"Sample file '{path}' is not of format {SampleFileFormat.Version} with records of {Sample.Size} bytes; "
                + "report the run with the version of the harness that ran it.");
        }
    }
}
