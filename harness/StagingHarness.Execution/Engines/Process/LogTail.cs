using System.Collections.Immutable;
using System.Text;
using StagingHarness.Protocols.Supervisor;

namespace StagingHarness.Execution.Engines.Process;

/// <summary>What a process wrote, from its log file.</summary>
internal static class LogTail
{
    private const int MostLines = 50;
    private const int MostBytes = 256 * 1024;

    /// <summary>At most fifty lines, without their times, of what the file holds from a position on; empty without a file.</summary>
    public static ImmutableArray<string> Read(string file, long from) => [.. Lines(file, from, MostBytes).TakeLast(MostLines)];

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> ReadAll(string file, long from) => [.. Lines(file, from, long.MaxValue)];

    private static IEnumerable<string> Lines(string file, long from, long mostBytes)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            stream.Position = Math.Max(from, stream.Length - mostBytes);
            using var reader = new StreamReader(stream, Encoding.UTF8);

            // The first line of a cut file may begin in its middle; it is then none, and left out.
            return reader.ReadToEnd().Split('\n').Select(TextOf).OfType<string>();
        }
        catch (FileNotFoundException)
        {
            return [];
        }
    }

    private static string? TextOf(string line) => LogLine.TryParse(line, out var parsed) ? parsed.Text : null;
}
