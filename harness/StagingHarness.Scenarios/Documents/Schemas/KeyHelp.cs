using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace StagingHarness.Scenarios.Documents.Schemas;

/// <summary>
/// What editors show beside a key: a sentence, and its default. By document type and key; <c>*</c> stands for every type that has no entry of its
/// own, <c>*</c> and the end of a name for those that end like it. Defaults are decided in Planning, and a test holds these texts against them.
/// </summary>
internal static class KeyHelp
{
    /// <summary>Types whose names end like this share what a key means.</summary>
    private static readonly ImmutableArray<string> Families = ["FaultDocument", "ConditionDocument", "ReadyDocument", "CheckDocument", "AlertDocument"];

    private static readonly ImmutableDictionary<string, KeyHelpEntry> Entries = ScenarioKeyHelp.Entries
        .AddRange(StepKeyHelp.Entries)
        .AddRange(ExpectationKeyHelp.Entries)
        .AddRange(SystemKeyHelp.Entries)
        .AddRange(FacetKeyHelp.Entries)
        .AddRange(AlertKeyHelp.Entries);

    /// <summary>All entries, as <c>type.key</c>.</summary>
    public static IEnumerable<string> Keys => Entries.Keys;

    /// <summary>The entry that describes the key, as <c>type.key</c>, <c>*family.key</c> or <c>*.key</c>; null when none does.</summary>
    public static string? Find(string type, string key) =>
        Families.Where(family => type.EndsWith(family, StringComparison.Ordinal))
            .Select(family => $"*{family}.{key}")
            .Prepend($"{type}.{key}")
            .Append($"*.{key}")
            .FirstOrDefault(Entries.ContainsKey);

    /// <summary>The schema with the key's sentence before what is said of its value, and with its default.</summary>
    public static JsonObject Described(JsonObject schema, string type, string key)
    {
        if (Find(type, key) is not { } found)
        {
            return schema;
        }

        var entry = Entries[found];
        var value = schema["description"]?.GetValue<string>();
        schema["description"] = value is null ? entry.Text : $"{entry.Text} ({value})";
        if (entry.Default is { } standard && schema.ContainsKey("type"))
        {
            schema["default"] = Value(standard);
        }

        return schema;
    }

    // As YAML reads a plain value, so that an editor writes it the same way.
    private static JsonValue Value(string text) => text switch
    {
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        _ when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };
}
