using System.Buffers.Binary;
using System.Text;

namespace StagingHarness.Scenarios.Planning;

/// <summary>Seeds of single draws, made from the scenario's seed and what is drawn: the same file gives the same plan, and no draw moves another.</summary>
internal static class Seeds
{
    private const uint Basis = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>FNV-1a over the seed and the path.</summary>
    public static int Of(long seed, string path)
    {
        var bytes = new byte[sizeof(long) + Encoding.UTF8.GetByteCount(path)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, seed);
        Encoding.UTF8.GetBytes(path, bytes.AsSpan(sizeof(long)));
        var hash = bytes.Aggregate(Basis, (hash, part) => unchecked((hash ^ part) * Prime));
        return (int)(hash & int.MaxValue);
    }
}
