using System.Text.Json.Nodes;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Syntax;

namespace StagingHarness.Scenarios.Documents.Shapes;

/// <summary>A mapping with known keys, bound to a document record that starts out empty.</summary>
internal sealed class MappingShape<T>(T empty) : ShapeOf<T>
    where T : class
{
    private readonly List<Field<T>> _fields = [];
    private readonly List<(Field<T> Field, string Value)> _presets = [];
    private readonly Dictionary<string, string> _elsewhere = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<T, T>> _notes = new(StringComparer.Ordinal);

    /// <summary>Every key may be left out, but not all of them.</summary>
    public bool NeedsOne { get; init; }

    public override string Wanted => "a mapping";

    /// <summary>Nothing has to be written in it.</summary>
    private bool IsComplete => !NeedsOne && !_fields.Exists(known => known.IsRequired);

    public IEnumerable<string> Keys => _fields.Select(known => known.Key);

    public MappingShape<T> Required<TValue>(string key, ShapeOf<TValue> shape, Func<T, Spanned<TValue>, T> set)
        where TValue : notnull =>
        Add(key, isRequired: true, shape, set);

    public MappingShape<T> Optional<TValue>(string key, ShapeOf<TValue> shape, Func<T, Spanned<TValue>, T> set)
        where TValue : notnull =>
        Add(key, isRequired: false, shape, set);

    /// <summary>Notes that the key stands there, even misspelt or with a value that cannot be read: nobody misses it then.</summary>
    public MappingShape<T> WhenWritten(string key, Func<T, T> note)
    {
        _notes.Add(key, note);
        return this;
    }

    /// <summary>A key that authors look for here although it belongs somewhere else; the hint says where.</summary>
    public MappingShape<T> Elsewhere(string key, string hint)
    {
        _elsewhere.Add(key, hint);
        return this;
    }

    /// <summary>The same shape, where the key always has this value and is not written; the hint tells authors who write it nevertheless.</summary>
    public MappingShape<T> Preset(string key, string value, string hint)
    {
        var copy = Without(key, hint);
        copy._presets.AddRange(_fields.Where(field => field.Key == key).Select(field => (field, value)));
        return copy;
    }

    /// <summary>The same shape, where nobody writes the key; the hint tells authors who do.</summary>
    public MappingShape<T> Without(string key, string hint)
    {
        var copy = new MappingShape<T>(empty) { NeedsOne = NeedsOne };
        copy._fields.AddRange(_fields.Where(field => field.Key != key));
        copy._presets.AddRange(_presets);
        foreach (var (known, note) in _notes)
        {
            copy._notes.Add(known, note);
        }

        foreach (var (known, where) in _elsewhere)
        {
            copy._elsewhere.Add(known, where);
        }

        copy._elsewhere[key] = hint;
        return copy;
    }

    public override IEnumerable<string> ScalarPaths(SyntaxNode? node) =>
        from field in _fields
        from path in field.Shape.ScalarPaths((node as MappingSyntax)?.Entry(field.Key)?.Value)
        select path.Length == 0 ? field.Key : $"{field.Key}.{path}";

    public override string? SchemaName => typeof(T).Name;

    public override JsonObject ToSchema(SchemaWriter writer)
    {
        var required = writer.IsPart ? [] : _fields.Where(field => field.IsRequired).Select(field => field.Key).ToList();
        var schema = new JsonObject
        {
            // 'stage:' with nothing after it reads as 'stage: {}'.
            ["type"] = required.Count > 0 || (NeedsOne && !writer.IsPart) ? "object" : new JsonArray("object", "null"),
            ["properties"] = new JsonObject(_fields.Select(field => new KeyValuePair<string, JsonNode?>(
                field.Key, KeyHelp.Described(writer.Of(field.Shape), typeof(T).Name, field.Key)))),
            ["additionalProperties"] = false,
        };
        if (required.Count > 0)
        {
            schema["required"] = new JsonArray([.. required.Select(key => (JsonNode)key)]);
        }

        if (NeedsOne && !writer.IsPart)
        {
            schema["minProperties"] = 1;
        }

        return schema;
    }

    public override bool HasKey(string key) => _fields.Exists(field => field.Key == key);

    public override string? ElsewhereHint(string key) => _elsewhere.GetValueOrDefault(key);

    public override Spanned<T>? Bind(SyntaxNode node, BindingPlace place)
    {
        // 'stage:' with nothing after it reads as 'stage: {}'; keys that it needs are missed below.
        var mapping = node is ScalarSyntax { IsNull: true } ? new MappingSyntax { Span = node.Span, Entries = [] } : node as MappingSyntax;
        if (mapping is null)
        {
            var keys = NearestName.List([.. Keys]);
            return WrongShape(node, place, IsComplete ? $"write '{{}}', or what is to be otherwise below it: {keys}" : $"write its keys below it: {keys}");
        }

        var span = place.Key ?? mapping.Span;
        if (NeedsOne && mapping.Entries.Length == 0)
        {
            place.Findings.Report(
                FindingCode.NothingListed,
                span,
                $"{place.Name} is empty.",
                $"give at least one of {NearestName.List([.. Keys])}");
        }

        foreach (var entry in mapping.Entries.Where(entry => !HasKey(entry.Key.Text)))
        {
            place.Findings.Report(
                FindingCode.UnknownKey,
                entry.Key.Span,
                $"unknown key '{entry.Key.Text}' in {place.Name}.",
                HintFor(entry.Key.Text, mapping));
        }

        var document = empty;
        foreach (var field in _fields)
        {
            if (mapping.Entry(field.Key) is { } entry)
            {
                document = field.Bind(document, entry.Value, place.Under(field.Key, entry.Key.Span));
            }
            else if (field.IsRequired)
            {
                place.Findings.Report(
                    FindingCode.MissingKey,
                    span,
                    $"key '{field.Key}' is missing in {place.Name}.",
                    $"add '{$"{field.Key}: {field.Shape.Sample}".TrimEnd()}'");
            }
        }

        foreach (var (field, value) in _presets)
        {
            document = field.Bind(document, new ScalarSyntax { Span = span, Text = value, IsPlain = true }, place.Under(field.Key, span));
        }

        foreach (var (_, note) in _notes.Where(noted => mapping.Entries.Any(entry => IsMeant(noted.Key, entry.Key.Text))))
        {
            document = note(document);
        }

        return new Spanned<T>(document, span);
    }

    private bool IsMeant(string key, string written) =>
        key == written || (!HasKey(written) && NearestName.Find(written, Keys) == key);

    private MappingShape<T> Add<TValue>(string key, bool isRequired, ShapeOf<TValue> shape, Func<T, Spanned<TValue>, T> set)
        where TValue : notnull
    {
        _fields.Add(new Field<T>(
            key,
            isRequired,
            shape,
            (document, node, place) => shape.Bind(node, place) is { } value ? set(document, value) : document));
        return this;
    }

    private string HintFor(string key, MappingSyntax mapping)
    {
        if (ElsewhereHint(key) is { } hint)
        {
            return hint;
        }

        // '- watch:' with 'for: 15 min' in the same column is the indentation slip that everybody makes once.
        return _fields.Find(field => mapping.Entry(field.Key) is not null && field.Shape.HasKey(key)) is { } parent
            ? $"it belongs below '{parent.Key}': indent it further"
            : NearestName.Hint(key, Keys);
    }
}
