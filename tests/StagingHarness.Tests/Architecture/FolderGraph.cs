using System.Text.RegularExpressions;

namespace StagingHarness.Tests.Architecture;

/// <summary>Which first-level folders of a project name each other in their using directives.</summary>
internal static class FolderGraph
{
    /// <summary>A folder that leads back to itself, with its way; null when there is none.</summary>
    public static string? FindCycle(string projectFile, IEnumerable<string> sourceFiles)
    {
        var root = Path.GetDirectoryName(projectFile)!;
        var name = Path.GetFileNameWithoutExtension(projectFile);
        var arrows = sourceFiles
            .Where(file => file.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            .SelectMany(file => Targets(file, name).Select(target => (From: Folder(root, file), To: target)))
            .Where(arrow => arrow.From != arrow.To && Directory.Exists(Path.Combine(root, arrow.To)))
            .ToLookup(arrow => arrow.From, arrow => arrow.To);
        return arrows.Select(arrow => WayBack(arrow.Key, arrows)).FirstOrDefault(way => way is not null);
    }

    private static IEnumerable<string> Targets(string file, string project) =>
        Regex.Matches(File.ReadAllText(file), $@"^using (?:static )?{Regex.Escape(project)}\.(\w+)", RegexOptions.Multiline)
            .Select(match => match.Groups[1].Value);

    private static string Folder(string root, string file) => Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar)[0];

    private static string? WayBack(string start, ILookup<string, string> arrows)
    {
        var open = new Queue<string[]>([[start]]);
        var seen = new HashSet<string>();
        while (open.TryDequeue(out var way))
        {
            foreach (var next in arrows[way[^1]])
            {
                if (next == start)
                {
                    return string.Join(" -> ", [.. way, start]);
                }

                if (seen.Add(next))
                {
                    open.Enqueue([.. way, next]);
                }
            }
        }

        return null;
    }
}
