using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Files;

namespace StagingHarness.Scenarios.Building;

/// <summary>The source files in which a scenario was written, as findings and plans name them.</summary>
internal sealed class CodeFiles(RootFolder root)
{
    /// <summary>A file that lies in the scenario root, whatever its name: paths of a scenario in code count from there.</summary>
    private const string InRoot = "code";

    private readonly Dictionary<string, SourceText> _texts = new(StringComparer.Ordinal);

    /// <summary>The beginning of the line.</summary>
    public SourceSpan Span(SourceLine place) => Text(place.Path).Span(place.Line, 1, 1);

    /// <summary>Relative to the root with forward slashes; of a file that lies elsewhere, its name: a plan is the same on every machine.</summary>
    public string Name(string path) => root.Relative(path) ?? path[(path.LastIndexOfAny(['/', '\\']) + 1)..];

    private SourceText Text(string path)
    {
        if (!_texts.TryGetValue(path, out var text))
        {
            text = new SourceText(Name(path), 0, Read(path)) { PathsCountFrom = InRoot };
            _texts.Add(path, text);
        }

        return text;
    }

    // A finding shows the line where the source is at hand, and does without where it is not.
    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return "";
        }
    }
}
