using System.Collections.Immutable;

namespace StagingHarness.Scenarios.Documents.Syntax;

/// <summary>A mapping; each key stands once, in the order as written.</summary>
internal sealed record MappingSyntax : SyntaxNode
{
    public required ImmutableArray<MappingEntrySyntax> Entries { get; init; }

    public MappingEntrySyntax? Entry(string key) => Entries.FirstOrDefault(entry => entry.Key.Text == key);

    /// <summary>The same mapping with the key set to the value, in the key's old place or at the end.</summary>
    public MappingSyntax With(MappingEntrySyntax entry)
    {
        var old = Entry(entry.Key.Text);
        return this with { Entries = old is null ? Entries.Add(entry) : Entries.Replace(old, entry) };
    }
}
