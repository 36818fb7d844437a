using System.Collections.Immutable;
using StagingHarness.Scenarios.Diagnostics;

namespace StagingHarness.Scenarios.Explanations;

/// <summary>The pages on findings; they lie in this assembly, a file each: the meaning, then examples under headings like <c>## wrong: scenario</c>.</summary>
public static class FindingPages
{
    private const string Heading = "## ";

    /// <exception cref="ArgumentException">There is no such finding.</exception>
    public static FindingPage Of(string code)
    {
        var known = FindingCode.All.FirstOrDefault(one => one.Id == code)
            ?? throw new ArgumentException($"There is no finding '{code}'; take a code of 'FindingCode.All'.", nameof(code));
        var parts = ReadText(known).ReplaceLineEndings("\n").Split($"\n{Heading}");
        return new FindingPage
        {
            Code = known,
            Meaning = parts[0].Trim(),
            Wrong = Examples(parts, "wrong: "),
            Right = Examples(parts, "right: "),
        };
    }

    private static string ReadText(FindingCode code)
    {
        using var stream = typeof(FindingPages).Assembly.GetManifestResourceStream($"explanations/{code.Id}")
            ?? throw new InvalidOperationException($"Finding '{code.Id}' has no page; write 'Explanations/Pages/{code.Id}.md'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static ImmutableArray<PageExample> Examples(string[] parts, string side) =>
    [
        .. parts.Skip(1)
            .Where(part => part.StartsWith(side, StringComparison.Ordinal))
            .Select(part => part[side.Length..].Split('\n', 2))
            .Select(part => new PageExample(KindOf(part[0]), part[1].Trim('\n'))),
    ];

    private static ExampleKind KindOf(string word) => word switch
    {
        "scenario" => ExampleKind.Scenario,
        "system" => ExampleKind.System,
        "mapping" => ExampleKind.Mapping,
        "command" => ExampleKind.Command,
        _ => throw new InvalidOperationException($"A page has an example of kind '{word}'; write 'scenario', 'system', 'mapping' or 'command'."),
    };
}
