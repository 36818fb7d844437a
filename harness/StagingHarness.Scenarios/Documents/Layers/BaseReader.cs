using System.Collections.Immutable;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Syntax;
using StagingHarness.Scenarios.Files;

namespace StagingHarness.Scenarios.Documents.Layers;

/// <summary>Puts what a scenario builds on (<c>extends</c>) below it.</summary>
internal static class BaseReader
{
    public const string Key = "extends";

    private const string Name = "scenario";

    /// <summary>More is a maze: nobody finds out any more where a value comes from.</summary>
    private const int Deepest = 8;

    public static FilePathShape Shape { get; } = new("gate.scenario.yaml");

    /// <summary>The whole scenario; null when what it builds on cannot be read, which is a finding: everything would be missing in it.</summary>
    public static MappingSyntax? Complete(RootFolder root, string file, MappingSyntax written, FindingSink findings) =>
        Complete(root, [file], written, findings);

    private static MappingSyntax? Complete(RootFolder root, ImmutableArray<string> chain, MappingSyntax written, FindingSink findings)
    {
        if (written.Entry(Key) is not { } entry)
        {
            return written;
        }

        if (Shape.Bind(entry.Value, new BindingPlace(findings, "", null).Under(Key, entry.Key.Span)) is not { } named
            || Locate(root, chain, named, findings) is not { } file
            || DocumentFile.Read(root, file, DocumentKind.Base(chain.Length), findings) is not { } lower)
        {
            return null;
        }

        CheckName(written, lower, findings);
        return Complete(root, chain.Add(file), lower, findings) is { } whole
            ? MappingMerge.Over(whole with { Entries = whole.Entries.RemoveAll(below => below.Key.Text is Key or Name) }, written)
            : null;
    }

    private static string? Locate(RootFolder root, ImmutableArray<string> chain, Spanned<string> named, FindingSink findings)
    {
        var file = DocumentFile.Locate(root, chain[^1], named, "scenario", findings);
        if (file is not null && chain.Contains(file))
        {
            findings.Report(
                FindingCode.BaseCircle,
                named.Span,
                $"this scenario builds on itself: {string.Join(" -> ", chain.SkipWhile(one => one != file).Append(file).Select(one => $"'{one}'"))}.",
                $"take '{Key}' out of one of them");
            return null;
        }

        if (file is not null && chain.Length > Deepest)
        {
            findings.Report(
                FindingCode.BaseTooDeep,
                named.Span,
                $"more than {Deepest} scenarios build on each other.",
                "let this one build on a scenario further below");
            return null;
        }

        return file;
    }

    private static void CheckName(MappingSyntax written, MappingSyntax lower, FindingSink findings)
    {
        // The name of what lies below is taken out, so that it is missed where a scenario has none of its own.
        if (written.Entry(Name)?.Value is ScalarSyntax name && (lower.Entry(Name)?.Value as ScalarSyntax)?.Text == name.Text)
        {
            findings.Report(
                FindingCode.BaseNameTaken,
                name.Span,
                $"'{name.Text}' is the name of the scenario that this one builds on.",
                "give it a name of its own; reports and run folders go by it");
        }
    }
}
