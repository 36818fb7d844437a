using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using StagingHarness.History.Journal;

namespace StagingHarness.History.Ledgers;

/// <summary>Reads the ids of a run, also from a file that was cut off; the hash tells.</summary>
public static class LedgerFileReader
{
    /// <exception cref="UnreadableRunException">The file is something else, or of a format version that this build does not know.</exception>
    public static LedgerFileReading Read(string path)
    {
        if (!File.Exists(path))
        {
            return new LedgerFileReading([], null);
        }

        var bytes = File.ReadAllBytes(path);
        var lines = Encoding.UTF8.GetString(bytes).Split('\n');
        if (lines[0] != LedgerFileFormat.FirstLine)
        {
            throw new UnreadableRunException(
                $"Ledger file '{path}' is not of format {LedgerFileFormat.Version}; report the run with the version of the harness that ran it.");
        }

        ImmutableArray<string> ids = [.. lines.Skip(1).Where(line => line.Length > 0).Select(Parse).TakeWhile(id => id is not null).Select(id => id!)];
        return new LedgerFileReading(ids, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    private static string? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<string>(line, LedgerFileFormat.Options);
        }
        catch (JsonException)
        {
            // No id: the hash tells that the file is damaged.
            return null;
        }
    }
}
