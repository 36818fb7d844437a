using System.Collections.Immutable;

namespace StagingHarness.Scenarios.Files;

/// <summary>The folder that all paths of a plan are relative to, so that a plan is the same on every machine.</summary>
internal sealed class RootFolder
{
    private static readonly string[] Markers = [".git", "*.sln", "*.slnx"];

    private RootFolder(string directory)
    {
        Directory = directory;
    }

    /// <summary>Absolute.</summary>
    public string Directory { get; }

    /// <summary>The nearest folder above the file that holds a solution or a repository; else the file's own folder.</summary>
    public static RootFolder Of(string file)
    {
        var own = Path.GetDirectoryName(Path.GetFullPath(file)) ?? Path.GetFullPath(file);
        return new RootFolder(FindAbove(own) ?? own);
    }

    /// <summary>That folder, whatever it holds.</summary>
    public static RootFolder At(string folder) => new(Path.GetFullPath(folder));

    /// <summary>The nearest folder, this one or above it, that holds a solution or a repository; null when none does.</summary>
    public static string? FindAbove(string folder)
    {
        for (var candidate = new DirectoryInfo(folder); candidate is not null; candidate = candidate.Parent)
        {
            if (candidate.Exists && Array.Exists(Markers, marker => candidate.EnumerateFileSystemInfos(marker).Any()))
            {
                return candidate.FullName;
            }
        }

        return null;
    }

    /// <summary>A file below the root, by a path that stands in another file; null when it leads out of the root.</summary>
    /// <param name="from">The file that names it, relative to the root.</param>
    /// <param name="path">Relative to the folder of <paramref name="from"/>, with forward slashes.</param>
    public string? Resolve(string from, string path) =>
        Relative(Path.Combine(Path.GetDirectoryName(Full(from)) ?? Directory, path));

    /// <summary>Relative to the root, with forward slashes; null when it is not below the root.</summary>
    public string? Relative(string file)
    {
        var relative = Path.GetRelativePath(Directory, Path.GetFullPath(file)).Replace('\\', '/');
        return Path.IsPathRooted(relative) || relative is ".." || relative.StartsWith("../", StringComparison.Ordinal) ? null : relative;
    }

    /// <summary>Absolute.</summary>
    public string Full(string relative) => Path.GetFullPath(relative, Directory);

    public bool HasFolder(string relative) => System.IO.Directory.Exists(Full(relative));

    /// <summary>The files directly in a folder whose names end so, in the order of their names, relative to the root.</summary>
    public ImmutableArray<string> FilesIn(string relative, string ending) =>
    [
        .. System.IO.Directory.EnumerateFiles(Full(relative))
            .Where(file => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            .Select(Relative)
            .OfType<string>()
            .Order(StringComparer.Ordinal),
    ];

    public bool HasFile(string relative) => File.Exists(Full(relative));
}
