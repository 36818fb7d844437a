using System.Security.Cryptography;
using System.Text;

namespace StagingHarness.Execution.Digests;

/// <summary>
/// Digest of a folder: SHA-256 over, for each file in ordinal order of its path, the path relative to the folder (UTF-8, forward
/// slashes), a zero byte, and the SHA-256 of the file's content.
/// </summary>
public static class FolderDigest
{
    /// <summary>Measures what lies in the folder now, as <c>sha256:</c> and lower-case hexadecimal digits.</summary>
    public static string Measure(string folder, CancellationToken cancellationToken)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => (File: file, Path: Path.GetRelativePath(folder, file).Replace('\\', '/')))
            .OrderBy(entry => entry.Path, StringComparer.Ordinal);
        foreach (var (file, path) in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            all.AppendData(Encoding.UTF8.GetBytes(path + "\0"));
            using var stream = File.OpenRead(file);
            all.AppendData(SHA256.HashData(stream));
        }

        return "sha256:" + Convert.ToHexStringLower(all.GetHashAndReset());
    }
}
