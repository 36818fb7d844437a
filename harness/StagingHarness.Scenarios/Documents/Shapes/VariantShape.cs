using System.Text.Json.Nodes;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Syntax;

namespace StagingHarness.Scenarios.Documents.Shapes;

/// <summary>A mapping of one of several kinds, told apart by the one key that only this kind has.</summary>
internal sealed class VariantShape<T>(string entry) : ShapeOf<T>
    where T : class
{
    private readonly List<Variant> _variants = [];

    /// <summary>Key that is preset; null when none is.</summary>
    private string? _without;

    /// <summary>There is one at its place, and no list to put a second one into.</summary>
    public bool StandsAlone { get; init; }

    public override string Wanted => "a mapping";

    public IEnumerable<string> Kinds => _variants.Select(variant => variant.Key).Distinct();

    /// <summary>Adds the kind whose key is <paramref name="key"/>, which the mapping must have as a field.</summary>
    /// <param name="key">Tells the kind.</param>
    /// <param name="mapping">The kind.</param>
    /// <param name="form">What stands below the key, where another kind has the same one.</param>
    public VariantShape<T> Kind<TVariant>(string key, MappingShape<TVariant> mapping, ValueForm form = ValueForm.Any)
        where TVariant : class, T
    {
        _variants.Add(new Variant(
            key,
            form,
            mapping,
            (node, place) => mapping.Bind(node, place) is { } bound ? bound.With<T>(bound.Value) : null,
            (shape, preset, value, hint) => shape.Kind(key, mapping.Preset(preset, value, hint))));
        return this;
    }

    /// <summary>The same kinds, where the key always has this value and is not written.</summary>
    public VariantShape<T> Preset(string key, string value, string hint) => _variants.Aggregate(
        new VariantShape<T>(entry) { StandsAlone = StandsAlone, _without = key },
        (shape, variant) => variant.AddPreset(shape, key, value, hint));

    public override string? SchemaName => _without is null ? typeof(T).Name : $"{typeof(T).Name}Without{_without}";

    /// <summary>Each kind by its own key with 'if' and 'then': an editor never blames a kind that nobody meant.</summary>
    public override JsonObject ToSchema(SchemaWriter writer)
    {
        var kinds = _variants.Select(variant => (variant, Schema: variant.Shape.ToSchema(writer))).ToList();
        var keys = kinds.SelectMany(kind => kind.Schema["properties"]!.AsObject())
            .DistinctBy(property => property.Key)
            .Select(property => new KeyValuePair<string, JsonNode?>(
                property.Key, new JsonObject { ["description"] = property.Value!["description"]?.DeepClone() }))
            .ToList();
        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(keys),
            ["additionalProperties"] = false,
            ["oneOf"] = new JsonArray([.. Kinds.Select(key => new JsonObject { ["required"] = new JsonArray(key) })]),
            ["allOf"] = new JsonArray([.. kinds.Select(kind => new JsonObject { ["if"] = kind.variant.ToCondition(), ["then"] = kind.Schema })]),
        };
    }

    public override bool HasKey(string key) => _variants.Exists(variant => variant.Shape.HasKey(key));

    public override Spanned<T>? Bind(SyntaxNode node, BindingPlace place)
    {
        if (node is not MappingSyntax mapping)
        {
            return WrongShape(node, place, $"write '{_variants[0].Key}: ...'; the kinds of {entry} are {NearestName.List([.. Kinds])}");
        }

        var kinds = _variants.FindAll(variant => mapping.Entry(variant.Key) is { } child && variant.Fits(child.Value));
        switch (kinds.Count)
        {
            case 0:
                ReportNoKind(mapping, place);
                return null;
            case 1:
                return kinds[0].Bind(node, place);
            default:
                ReportSeveralKinds(mapping, kinds, place);
                return null;
        }
    }

    private void ReportNoKind(MappingSyntax mapping, BindingPlace place)
    {
        var unknown = mapping.Entries.Where(child => !HasKey(child.Key.Text)).ToList();
        foreach (var child in unknown)
        {
            place.Findings.Report(
                FindingCode.UnknownKey,
                child.Key.Span,
                $"unknown key '{child.Key.Text}' in {place.Name}.",
                _variants.Select(variant => variant.Shape.ElsewhereHint(child.Key.Text)).FirstOrDefault(hint => hint is not null)
                    ?? NearestName.Hint(child.Key.Text, Kinds));
        }

        if (unknown.Count == 0)
        {
            place.Findings.Report(
                FindingCode.NoKind,
                place.Key ?? mapping.Span,
                $"nothing says which kind of {entry} this is.",
                $"add one of {NearestName.List([.. Kinds])}");
        }
    }

    private void ReportSeveralKinds(MappingSyntax mapping, List<Variant> kinds, BindingPlace place)
    {
        var present = mapping.Entries.Where(child => kinds.Exists(kind => kind.Key == child.Key.Text)).Select(child => child.Key).ToList();
        place.Findings.Report(
            FindingCode.SeveralKinds,
            present[1].Span,
            $"'{present[0].Text}' and '{present[1].Text}' stand in one {entry}.",
            $"{(StandsAlone ? "keep one of them" : "make two entries of them")}: each {entry} has exactly one of {NearestName.List([.. Kinds])}");
    }

    private sealed record Variant(
        string Key,
        ValueForm Form,
        Shape Shape,
        Func<SyntaxNode, BindingPlace, Spanned<T>?> Bind,
        Func<VariantShape<T>, string, string, string, VariantShape<T>> AddPreset)
    {
        public JsonObject ToCondition()
        {
            var condition = new JsonObject { ["required"] = new JsonArray(Key) };
            if (Form != ValueForm.Any)
            {
                JsonNode types = Form == ValueForm.Mapping ? "object" : new JsonArray("string", "number", "boolean", "array", "null");
                condition["properties"] = new JsonObject { [Key] = new JsonObject { ["type"] = types } };
            }

            return condition;
        }

        public bool Fits(SyntaxNode value) => Form switch
        {
            ValueForm.Any => true,
            ValueForm.Single => value is not MappingSyntax,
            ValueForm.Mapping => value is MappingSyntax,
        };
    }
}
