using System.Collections.Immutable;
using StagingHarness.Scenarios.Diagnostics;

namespace StagingHarness.Scenarios.Explanations;

/// <summary>Pages on findings as text for people.</summary>
public static class FindingPageText
{
    /// <summary>Without a line end after the last line.</summary>
    public static string Print(FindingPage page) =>
        $"{page.Code.Id} ({Word(page.Code.Severity)}): {page.Code.Title}\n\n{Indented(page.Meaning, 2)}\n\n"
        + $"{Side("wrong", page.Wrong)}\n\n{Side("right", page.Right)}";

    /// <summary>One code a line.</summary>
    public static string List(IEnumerable<FindingCode> codes) =>
        string.Join('\n', codes.Select(code => $"{code.Id}  {Word(code.Severity),-7}  {code.Title}"));

    private static string Side(string side, ImmutableArray<PageExample> examples) =>
        string.Join("\n\n", examples.Select(example => $"{side}, {Place(example.Kind)}:\n{Indented(example.Text, 4)}"));

    private static string Place(ExampleKind kind) => kind switch
    {
        ExampleKind.Scenario => "in a scenario",
        ExampleKind.System => "in a system",
        ExampleKind.Mapping => "in rates.json",
        ExampleKind.Command => "on the command line",
    };

    private static string Word(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
    };

    private static string Indented(string text, int by) =>
        string.Join('\n', text.Split('\n').Select(line => line.Length == 0 ? line : new string(' ', by) + line));
}
