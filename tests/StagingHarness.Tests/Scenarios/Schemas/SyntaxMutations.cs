using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Syntax;

namespace StagingHarness.Tests.Scenarios.Schemas;

/// <summary>A document with one thing changed, for each thing that there is in it.</summary>
internal static class SyntaxMutations
{
    private static readonly SourceSpan Nowhere = new SourceText("mutation", 0, "").Start();

    /// <summary>Keys that tell kinds apart, put beside others.</summary>
    private static readonly string[] Kinds = ["activate", "watch", "page", "order", "generated", "from", "project", "image", "port", "digest"];

    /// <returns>Each with what was changed, in words that are the same for the same change of another document of the same keys.</returns>
    public static IEnumerable<(string What, SyntaxNode Document)> Of(SyntaxNode node) => node switch
    {
        MappingSyntax mapping => OfMapping(mapping),
        SequenceSyntax list => OfList(list),
        ScalarSyntax scalar => OfScalar(scalar),
        _ => [],
    };

    private static IEnumerable<(string What, SyntaxNode Document)> OfMapping(MappingSyntax mapping)
    {
        foreach (var entry in mapping.Entries)
        {
            yield return ($"without '{entry.Key.Text}'", mapping with { Entries = mapping.Entries.Remove(entry) });
            yield return ($"'{entry.Key.Text}' misspelt", mapping with { Entries = mapping.Entries.Replace(entry, entry with { Key = entry.Key with { Text = entry.Key.Text + "x" } }) });
            foreach (var (what, changed) in Others().Concat(Of(entry.Value)))
            {
                yield return ($"{entry.Key.Text}: {what}", mapping with { Entries = mapping.Entries.Replace(entry, entry with { Value = changed }) });
            }
        }

        foreach (var kind in Kinds.Where(kind => mapping.Entry(kind) is null))
        {
            yield return ($"with '{kind}' beside the rest", mapping.With(new MappingEntrySyntax(Scalar(kind), Scalar("true"))));
        }
    }

    private static IEnumerable<(string What, SyntaxNode Document)> OfList(SequenceSyntax list) =>
        list.Items.SelectMany((item, index) => Others().Concat(Of(item)).Select(change => ($"[{Kind(item)}] {change.What}", (SyntaxNode)(list with { Items = list.Items.SetItem(index, change.Document) }))))
            .Append(("empty", list with { Items = [] }));

    private static IEnumerable<(string What, SyntaxNode Document)> OfScalar(ScalarSyntax scalar) =>
        ((string[])["x", "s", "min", "ms", "%", "/s", " MiB"]).Select(unit => ($"'{scalar.Text}{unit}'", (SyntaxNode)(scalar with { Text = scalar.Text + unit })))
            .Append(($"quoted '{scalar.Text}'", scalar with { IsPlain = false }))
            .Append(("without its unit", scalar with { Text = scalar.Text.TrimEnd('s', 'm', 'h', 'i', 'n', '/', '%', 'M', 'B', ' ') }));

    private static IEnumerable<(string What, SyntaxNode Document)> Others() =>
    [
        ("nothing", Scalar("")),
        ("a text", Scalar("zzz zzz")),
        ("a word", Scalar("zzz")),
        ("a number", Scalar("7")),
        ("a fraction", Scalar("0.5")),
        ("a truth", Scalar("true")),
        ("a list", new SequenceSyntax { Span = Nowhere, Items = [Scalar("zzz")] }),
        ("an empty list", new SequenceSyntax { Span = Nowhere, Items = [] }),
        ("a mapping", new MappingSyntax { Span = Nowhere, Entries = [new MappingEntrySyntax(Scalar("zzz"), Scalar("zzz"))] }),
        ("an empty mapping", new MappingSyntax { Span = Nowhere, Entries = [] }),
        ("a list of lists", new SequenceSyntax { Span = Nowhere, Items = [new SequenceSyntax { Span = Nowhere, Items = [Scalar("zzz")] }] }),
    ];

    /// <summary>An entry of a list, by what tells it from others: its keys.</summary>
    private static string Kind(SyntaxNode item) => item is MappingSyntax mapping
        ? string.Join(' ', mapping.Entries.Select(entry => entry.Key.Text).Order(StringComparer.Ordinal))
        : "entry";

    private static ScalarSyntax Scalar(string text) => new() { Span = Nowhere, Text = text, IsPlain = true };
}
