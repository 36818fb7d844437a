using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using StagingHarness.History.Journal;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.History.Samples;

/// <summary>Reads the samples of a run, also from a file that was cut off.</summary>
public static class SampleFileReader
{
    /// <summary>Whole records, and the hash of them; no samples when the file is not there.</summary>
    /// <exception cref="UnreadableRunException">
    /// The file is something else, or of a format version that this build does not know, or became shorter while it was read.
    /// </exception>
    public static SampleReading Read(string path)
    {
        if (!File.Exists(path))
        {
            return new SampleReading([], null);
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var header = new byte[SampleFileFormat.HeaderSize];
        if (file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length)
        {
            return new SampleReading([], null);
        }

        RefuseOtherFormats(header, path);
        return ReadRecords(file);
    }

    /// <summary>
    /// What was there when it was opened, a block at a time: the whole file beside its samples would be twice the memory.
    /// </summary>
    private static SampleReading ReadRecords(FileStream file)
    {
        var samples = new Sample[checked((int)((file.Length - SampleFileFormat.HeaderSize) / Sample.Size))];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = new byte[2048 * Sample.Size];
        var count = 0;
        while (count < samples.Length)
        {
            var wanted = (int)Math.Min(block.Length, (samples.Length - count) * (long)Sample.Size);
            var read = file.ReadAtLeast(block.AsSpan(0, wanted), wanted, throwOnEndOfStream: false);
            if (read < wanted)
            {
                throw new UnreadableRunException($"Sample file '{file.Name}' became shorter while it was read; report the run once nothing writes there.");
            }

            hash.AppendData(block, 0, read);
            for (var offset = 0; offset < read; offset += Sample.Size)
            {
                samples[count++] = Sample.ReadFrom(block.AsSpan(offset));
            }
        }

        return new SampleReading(ImmutableCollectionsMarshal.AsImmutableArray(samples), Convert.ToHexStringLower(hash.GetHashAndReset()));
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
