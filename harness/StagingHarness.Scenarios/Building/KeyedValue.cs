using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using StagingHarness.Scenarios.Documents.Syntax;

namespace StagingHarness.Scenarios.Building;

/// <summary>
/// Keys of the scenario language with their values, never changed: each method returns another one. A key that is set again replaces what
/// was there, so that one scenario can be made of another.
/// </summary>
/// <typeparam name="TSelf">The type that methods return.</typeparam>
public abstract record KeyedValue<TSelf> : Value
    where TSelf : KeyedValue<TSelf>
{
    private protected KeyedValue(SourceLine place)
    {
        Place = place;
    }

    internal SourceLine Place { get; }

    internal ImmutableArray<BlockEntry> Entries { get; init; } = [];

    /// <summary>Sets any key that the language knows here; one that it does not know is a finding when the scenario is loaded.</summary>
    /// <param name="key">
    /// As a scenario file writes it, such as <c>each-instance</c>. One key: what lies deeper stands in a <see cref="Block"/>, and <c>--set</c> of the command
    /// is what takes dotted paths.
    /// </param>
    /// <param name="value">As a scenario file writes it, or a value of the type that it has in code.</param>
    /// <param name="file">The caller's own, for findings.</param>
    /// <param name="line">The caller's own, for findings.</param>
    /// <exception cref="ArgumentException">The key is empty, or a path.</exception>
    /// <exception cref="ArgumentNullException">There is no value.</exception>
    public TSelf Set(string key, Value value, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        ArgumentNullException.ThrowIfNull(value);
        if (key.Contains('.', StringComparison.Ordinal))
        {
            var inner = key[(key.IndexOf('.', StringComparison.Ordinal) + 1)..];
            throw new ArgumentException(
                $"'{key}' is a path, and one key is set at a time: write Set(\"{key.Split('.')[0]}\", new Block().Set(\"{inner}\", ...)).", nameof(key));
        }

        return With(key, value, new SourceLine(file, line));
    }

    /// <summary>The same without a key: with another list in its place, or with its default.</summary>
    public TSelf Without(string key) => (TSelf)(this with { Entries = Entries.RemoveAll(entry => entry.Key == key) });

    internal override SyntaxNode ToSyntax(CodeFiles files, SourceLine place) => ToMapping(files);

    internal MappingSyntax ToMapping(CodeFiles files) => new()
    {
        Span = files.Span(Entries.IsEmpty ? Place : Entries[0].Place),
        Entries = [.. Entries.Select(entry => new MappingEntrySyntax(Key(entry, files), entry.Value.ToSyntax(files, entry.Place)))],
    };

    /// <summary>What stands behind the key; null when nothing does.</summary>
    private protected Value? Get(string key) => Entries.FirstOrDefault(entry => entry.Key == key)?.Value;

    /// <summary>The keys that have a value, set at one place.</summary>
    private protected TSelf With(SourceLine place, params ReadOnlySpan<(string Key, Value? Value)> values)
    {
        var self = (TSelf)this;
        foreach (var (key, value) in values)
        {
            self = value is null ? self : self.With(key, value, place);
        }

        return self;
    }

    /// <summary>The list behind the key, with more entries at its end.</summary>
    private protected TSelf WithMore<TEntry>(string key, params ReadOnlySpan<TEntry> entries)
        where TEntry : KeyedValue<TEntry>
    {
        var place = entries.IsEmpty ? Place : entries[0].Place;
        return With(key, new ListValue([.. (Get(key) as ListValue)?.Entries ?? [], .. entries]), place);
    }

    private TSelf With(string key, Value value, SourceLine place)
    {
        var entry = new BlockEntry(key, place, value);
        var index = Entries.IndexOf(Entries.FirstOrDefault(known => known.Key == key)!);
        return (TSelf)(this with { Entries = index < 0 ? Entries.Add(entry) : Entries.SetItem(index, entry) });
    }

    private static ScalarSyntax Key(BlockEntry entry, CodeFiles files) =>
        new() { Span = files.Span(entry.Place), Text = entry.Key, IsPlain = true };
}
