using System.Globalization;
using StagingHarness.Scenarios.Building;
using StagingHarness.Scenarios.Documents.Syntax;

namespace StagingHarness.Tests.Scenarios.Building;

/// <summary>A scenario file, set key by key in code: what a file can say, code can.</summary>
internal static class Transcription
{
    /// <param name="file">The file.</param>
    /// <param name="moved">What a path that it gives becomes; paths count from where they are written.</param>
    public static Scenario Of(MappingSyntax file, Func<string, string> moved) => file.Entries
        .Where(entry => entry.Key.Text != "scenario")
        .Aggregate(
            Scenario.Named(((ScalarSyntax)file.Entry("scenario")!.Value).Text),
            (scenario, entry) => scenario.Set(entry.Key.Text, ValueOf(entry, moved)));

    /// <summary>All keys in it, at any depth.</summary>
    public static IEnumerable<string> Keys(SyntaxNode node) => node switch
    {
        MappingSyntax mapping => mapping.Entries.SelectMany(entry => Keys(entry.Value).Append(entry.Key.Text)),
        SequenceSyntax list => list.Items.SelectMany(Keys),
        _ => [],
    };

    private static Value ValueOf(MappingEntrySyntax entry, Func<string, string> moved) => entry is { Key.Text: "system" or "extends" or "file", Value: ScalarSyntax path }
        ? moved(path.Text)
        : ValueOf(entry.Value, moved);

    private static Value ValueOf(SyntaxNode node, Func<string, string> moved) => node switch
    {
        MappingSyntax mapping => mapping.Entries.Aggregate(new Block(), (block, entry) => block.Set(entry.Key.Text, ValueOf(entry, moved))),
        SequenceSyntax list => list.Items.Select(item => ValueOf(item, moved)).ToArray(),
        ScalarSyntax { IsNull: true, Text: not "" } => Value.Null,
        ScalarSyntax { IsPlain: true, Text: "true" or "false" } flag => flag.Text == "true",
        ScalarSyntax { IsPlain: true } plain when long.TryParse(plain.Text, CultureInfo.InvariantCulture, out var number)
            && number.ToString(CultureInfo.InvariantCulture) == plain.Text => number,
        ScalarSyntax scalar => scalar.Text,
        _ => throw new InvalidOperationException($"A file that is valid holds no {node.GetType().Name}."),
    };
}
