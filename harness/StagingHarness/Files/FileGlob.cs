using System.Text.RegularExpressions;

namespace StagingHarness.Files;

/// <summary>
/// Files below a folder by pattern: <c>**/</c> is any folders, <c>*</c> any part of a name, <c>?</c> one character. Build output and run folders
/// are left out.
/// </summary>
public static class FileGlob
{
    private static readonly string[] LeftOut = ["bin", "obj", ".git", ".stage", "node_modules"];

    /// <summary>Whether a name is a pattern, and not the name of one file.</summary>
    public static bool IsPattern(string name) => name.AsSpan().IndexOfAny('*', '?') >= 0;

    /// <returns>Full paths, in the order of their names.</returns>
    public static IReadOnlyList<string> Match(string root, string pattern)
    {
        var expression = new Regex(
            "^" + Regex.Escape(pattern)
                .Replace(@"\*\*/", "(?:[^/]+/)*", StringComparison.Ordinal)
                .Replace(@"\*", "[^/]*", StringComparison.Ordinal)
                .Replace(@"\?", "[^/]", StringComparison.Ordinal) + "$",
            RegexOptions.CultureInvariant);
        return
        [
            .. Walk(new DirectoryInfo(root))
                .Where(file => expression.IsMatch(Path.GetRelativePath(root, file).Replace('\\', '/')))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<string> Walk(DirectoryInfo folder) => folder.Exists
        ? folder.EnumerateFiles().Select(file => file.FullName)
            .Concat(folder.EnumerateDirectories().Where(child => !LeftOut.Contains(child.Name) && child.LinkTarget is null).SelectMany(Walk))
        : [];
}
