using System.Buffers.Binary;
using System.Security.Cryptography;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.History.Samples;

/// <summary>Writes the samples of a run; one caller at a time.</summary>
public sealed class SampleFileWriter : IDisposable
{
    private readonly FileStream file;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <param name="path">File to create; it must not exist.</param>
    public SampleFileWriter(string path)
    {
        file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 64 * 1024);
        Span<byte> header = stackalloc byte[SampleFileFormat.HeaderSize];
        SampleFileFormat.Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], SampleFileFormat.Version);
        BinaryPrimitives.WriteInt32LittleEndian(header[12..], Sample.Size);
        file.Write(header);
    }

    /// <summary>Number of samples written.</summary>
    public long Count { get; private set; }

    public void Append(ReadOnlySpan<Sample> samples)
    {
        Span<byte> record = stackalloc byte[Sample.Size];
        foreach (var sample in samples)
        {
            sample.WriteTo(record);
            file.Write(record);
            hash.AppendData(record);
        }

        Count += samples.Length;
    }

    /// <summary>Hands what was written to the operating system: others can read it, and it outlives this process.</summary>
    public void Flush() => file.Flush();

    /// <summary>Hands all to the operating system.</summary>
    /// <returns>Lowercase hex SHA-256 of all records.</returns>
    public string Complete()
    {
        file.Flush();
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public void Dispose()
    {
        file.Dispose();
        hash.Dispose();
    }
}
