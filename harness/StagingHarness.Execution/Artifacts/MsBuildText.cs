using System.Text.RegularExpressions;

namespace StagingHarness.Execution.Artifacts;

/// <summary>Text of a project file: fills in the properties whose values are plain without a build.</summary>
internal sealed partial class MsBuildText
{
    private readonly Dictionary<string, string> _known;
    private readonly string _fileFolder;

    public MsBuildText(string projectFile, string file)
    {
        _fileFolder = Path.GetDirectoryName(file)! + Path.DirectorySeparatorChar;
        _known = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["MSBuildThisFileDirectory"] = _fileFolder,
            ["MSBuildThisFileFullPath"] = file,
            ["MSBuildThisFile"] = Path.GetFileName(file),
            ["MSBuildThisFileName"] = Path.GetFileNameWithoutExtension(file),
            ["MSBuildThisFileExtension"] = Path.GetExtension(file),
            ["MSBuildProjectDirectory"] = Path.GetDirectoryName(projectFile)!,
            ["MSBuildProjectFullPath"] = projectFile,
            ["MSBuildProjectFile"] = Path.GetFileName(projectFile),
            ["MSBuildProjectName"] = Path.GetFileNameWithoutExtension(projectFile),
            ["MSBuildProjectExtension"] = Path.GetExtension(projectFile),
            ["Configuration"] = PublishBuild.Configuration,
        };
    }

    /// <summary>The text with forward slashes and known properties filled in; null when it holds one that is not known.</summary>
    public string? Expand(string text)
    {
        var plain = Property().Replace(text, Fill);
        var found = FileAbove().Replace(plain, match => FindAbove(match.Groups["name"].Value, match.Groups["start"].Value));
        return found.Contains("$(", StringComparison.Ordinal) ? null : found.Replace('\\', '/');
    }

    /// <summary>Names of the properties that a text uses.</summary>
    public static IEnumerable<string> PropertiesIn(string text) => Property().Matches(text).Select(match => match.Groups[1].Value);

    /// <summary>Functions that a text calls and that may read what no file says, such as clocks and files.</summary>
    public static IEnumerable<string> ImpureFunctionsIn(string text) =>
        Function().Matches(text).Select(match => match.Groups[1].Value).Where(name => !PureFunction().IsMatch(name));

    [GeneratedRegex(@"\$\(\s*([A-Za-z_][A-Za-z0-9_-]*)\s*\)")]
    private static partial Regex Property();

    [GeneratedRegex(@"\$\(\[MSBuild\]::GetPathOfFileAbove\(\s*'?(?<name>[^',()]+)'?\s*(,\s*'?(?<start>[^'()]*)'?\s*)?\)\)", RegexOptions.IgnoreCase)]
    private static partial Regex FileAbove();

    [GeneratedRegex(@"(\[[A-Za-z0-9_.]+\]::[A-Za-z0-9_]+)")]
    private static partial Regex Function();

    [GeneratedRegex(
        @"^\[(System\.)?(String|Version|Math|Convert|Char)\]::|^\[MSBuild\]::(GetPathOfFileAbove|IsOSPlatform|IsTargetFrameworkCompatible|GetTargetFramework\w*|GetTargetPlatform\w*|Version\w+|ValueOrDefault|Escape|Unescape|NormalizePath|NormalizeDirectory|EnsureTrailingSlash|MakeRelative|Add|Subtract|Multiply|Divide|StableStringHash)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex PureFunction();

    private string Fill(Match match) => _known.GetValueOrDefault(match.Groups[1].Value, match.Value);

    private string FindAbove(string name, string start)
    {
        var folder = Path.GetFullPath(start.Trim() is { Length: > 0 } given ? given.Replace('\\', '/') : _fileFolder, _fileFolder);
        for (var level = Path.TrimEndingDirectorySeparator(folder); level is not null; level = Path.GetDirectoryName(level))
        {
            var file = Path.Combine(level, name);
            if (File.Exists(file))
            {
                return file;
            }
        }

        return "";
    }
}
