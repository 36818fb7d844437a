using System.IO.Enumeration;

namespace StagingHarness.Execution.Artifacts;

/// <summary>Lists the files of folders that a build may read.</summary>
internal static class SourceTree
{
    private static readonly string[] OutputFolders = ["bin", "obj"];
    private static readonly string[] ToolFolders = [".git", ".stage", ".vs", ".idea"];

    /// <summary>A project's own folder: all but what builds and tools write there.</summary>
    public static IEnumerable<string> FilesOfProject(string folder) =>
        Directory.EnumerateFiles(folder)
            .Concat(Directory.EnumerateDirectories(folder)
                .Where(sub => !OutputFolders.Contains(Path.GetFileName(sub), StringComparer.OrdinalIgnoreCase))
                .Where(sub => !IsToolFolder(sub))
                .SelectMany(sub => FilesBelow(sub, "*", [])));

    /// <summary>Files that a wildcard of MSBuild may match: those below its fixed part, of its last part's name.</summary>
    public static IEnumerable<string> FilesMatching(string pattern)
    {
        var wildcard = pattern.IndexOfAny(['*', '?']);
        var folder = pattern[..(pattern.LastIndexOf('/', wildcard) + 1)];
        var name = pattern[(pattern.LastIndexOf('/') + 1)..];
        return Directory.Exists(folder) ? FilesBelow(Path.GetFullPath(folder), name == "**" ? "*" : name, []) : [];
    }

    private static IEnumerable<string> FilesBelow(string folder, string name, HashSet<string> linksFollowed)
    {
        // A link may lead back to where we came from: each target once.
        var info = new DirectoryInfo(folder);
        if (info.LinkTarget is not null
            && !linksFollowed.Add(info.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? folder))
        {
            return [];
        }

        return Directory.EnumerateFiles(folder)
            .Where(file => FileSystemName.MatchesSimpleExpression(name, Path.GetFileName(file)))
            .Concat(Directory.EnumerateDirectories(folder)
                .Where(sub => !IsToolFolder(sub))
                .SelectMany(sub => FilesBelow(sub, name, linksFollowed)));
    }

    private static bool IsToolFolder(string folder) => ToolFolders.Contains(Path.GetFileName(folder), StringComparer.Ordinal);
}
