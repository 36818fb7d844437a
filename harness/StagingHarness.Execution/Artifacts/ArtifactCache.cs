using System.Text.Json;
using StagingHarness.Execution.Digests;

namespace StagingHarness.Execution.Artifacts;

/// <summary>
/// Published projects by key: <c>published/KEY/files</c> and, beside it, <c>published.json</c>. A folder gets its name in one
/// step, complete, so that a publish that is cut off is never taken for one that is not.
/// </summary>
internal sealed class ArtifactCache(string root, TimeProvider timeProvider)
{
    private static readonly TimeSpan KeptUnused = TimeSpan.FromDays(7);

    private readonly string _published = Path.Combine(root, "published");

    /// <summary>The entry, measured again just now, and its folder; null when there is none that can be trusted.</summary>
    public (CacheEntry Entry, string Files)? Find(string key, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(_published, key);
        var file = EntryFile(folder);
        if (!File.Exists(file))
        {
            return null;
        }

        var entry = ReadEntry(file);
        var files = FilesFolder(folder);
        if (entry is null || entry.Key != key || !Directory.Exists(files) || FolderDigest.Measure(files, cancellationToken) != entry.Digest)
        {
            return null;
        }

        File.SetLastWriteTimeUtc(file, timeProvider.GetUtcNow().UtcDateTime);
        return (entry, files);
    }

    /// <summary>Null when the file is damaged: what it stood for is published again.</summary>
    private static CacheEntry? ReadEntry(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<CacheEntry>(File.ReadAllText(file));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Takes a published folder in; only one process at a time may. Returns the folder of its files.</summary>
    public (CacheEntry Entry, string Files) Store(string id, string key, string publishedFolder, CancellationToken cancellationToken)
    {
        var entry = new CacheEntry { Id = id, Key = key, Digest = FolderDigest.Measure(publishedFolder, cancellationToken) };
        var temporary = Path.Combine(root, "incoming", key);
        Delete(temporary);
        Directory.CreateDirectory(temporary);
        Directory.Move(publishedFolder, FilesFolder(temporary));
        File.WriteAllText(EntryFile(temporary), JsonSerializer.Serialize(entry));
        var final = Path.Combine(_published, key);
        // There is one only if it could not be trusted.
        Delete(final);
        Directory.CreateDirectory(_published);
        Directory.Move(temporary, final);
        return (entry, FilesFolder(final));
    }

    /// <summary>Drops what no run has used for a week; only one process at a time may.</summary>
    public void DropUnused()
    {
        if (!Directory.Exists(_published))
        {
            return;
        }

        var oldest = (timeProvider.GetUtcNow() - KeptUnused).UtcDateTime;
        foreach (var folder in Directory.GetDirectories(_published).Where(folder => File.GetLastWriteTimeUtc(EntryFile(folder)) < oldest))
        {
            Delete(folder);
        }
    }

    private static string FilesFolder(string folder) => Path.Combine(folder, "files");

    private static string EntryFile(string folder) => Path.Combine(folder, "published.json");

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
