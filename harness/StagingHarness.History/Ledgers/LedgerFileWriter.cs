using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace StagingHarness.History.Ledgers;

/// <summary>Writes the ids of a run, all at once.</summary>
public static class LedgerFileWriter
{
    /// <param name="path">File to create; it must not exist.</param>
    /// <param name="ids">In the order in which they were read.</param>
    /// <returns>Lowercase hex SHA-256 of the file.</returns>
    public static string Write(string path, IEnumerable<string> ids)
    {
        var text = new StringBuilder(LedgerFileFormat.FirstLine).Append('\n');
        foreach (var id in ids)
        {
            text.Append(JsonSerializer.Serialize(id, LedgerFileFormat.Options)).Append('\n');
        }

        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        file.Write(bytes);
        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }
}
