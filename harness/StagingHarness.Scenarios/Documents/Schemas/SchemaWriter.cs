using System.Text.Json.Nodes;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Schemas;

/// <summary>
/// Writes shapes as JSON Schema, draft 7: the newest that the YAML extensions of VS Code and the editors of JetBrains both know. Shapes
/// with keys become definitions, each once, so that a shape may even contain itself.
/// </summary>
internal sealed class SchemaWriter
{
    private readonly Dictionary<(Shape Shape, bool IsPart), string> _names = [];
    private readonly SortedDictionary<string, JsonObject> _definitions = new(StringComparer.Ordinal);

    /// <summary>Variables may stand in values: scenarios have them, systems do not.</summary>
    public required bool WithVariables { get; init; }

    /// <summary>What is written now is laid over something else, where its missing keys may stand; entries of lists are always whole.</summary>
    public bool IsPart { get; private set; }

    /// <summary>All definitions that were referred to, by name.</summary>
    public JsonObject Definitions() => new(_definitions.Select(definition => new KeyValuePair<string, JsonNode?>(definition.Key, definition.Value)));

    /// <summary>The schema of a shape, where it can be told apart from every other one: a reference when it has keys of its own.</summary>
    public JsonObject Of(Shape shape) => shape.SchemaName is { } name ? Reference(shape, name) : shape.ToSchema(this);

    /// <summary>As above, for something that is laid over nothing.</summary>
    public JsonObject WholeOf(Shape shape) => In(isPart: false, () => Of(shape));

    /// <summary>What is written while the shape's missing keys may stand elsewhere.</summary>
    public JsonObject PartOf(Shape shape) => In(isPart: true, () => Of(shape));

    private JsonObject In(bool isPart, Func<JsonObject> write)
    {
        var before = IsPart;
        IsPart = isPart;
        try
        {
            return write();
        }
        finally
        {
            IsPart = before;
        }
    }

    private JsonObject Reference(Shape shape, string typeName)
    {
        if (!_names.TryGetValue((shape, IsPart), out var name))
        {
            name = FreeName(KebabCase.Of(typeName.Replace("Document", "", StringComparison.Ordinal)) + (IsPart ? "-part" : ""));
            _names.Add((shape, IsPart), name);
            _definitions.Add(name, []);
            _definitions[name] = shape.ToSchema(this);
        }

        return new JsonObject { ["$ref"] = $"#/definitions/{name}" };
    }

    private string FreeName(string name) =>
        Enumerable.Range(1, int.MaxValue)
            .Select(number => number == 1 ? name : FormattableString.Invariant($"{name}-{number}"))
            .First(free => !_definitions.ContainsKey(free));
}
