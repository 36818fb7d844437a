using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace StagingHarness.Tests.Scenarios.Schemas;

/// <summary>Validates by exactly the keywords of JSON Schema (draft 7) that the harness's schemas use; any other one is an error of the test.</summary>
internal sealed class SchemaValidator(JsonObject root)
{
    private static readonly string[] Annotations = ["$schema", "title", "description", "default", "definitions"];

    // Asked for many thousand times: Regex keeps few patterns by itself, and the text of a long choice is long.
    private readonly Dictionary<string, Regex> patterns = new(StringComparer.Ordinal);
    private readonly Dictionary<JsonNode, string> texts = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, JsonNode> definitions = new(StringComparer.Ordinal);

    /// <summary>What is wrong, each with its path; empty when nothing is.</summary>
    public IReadOnlyList<string> Validate(JsonNode? value) => [.. Check(root, value, "")];

    private IEnumerable<string> Check(JsonNode schema, JsonNode? value, string path) => schema is JsonObject keywords
        ? keywords.Where(keyword => !Annotations.Contains(keyword.Key)).SelectMany(keyword => Check(keywords, keyword.Key, keyword.Value!, value, path))
        : schema.GetValue<bool>() ? [] : [$"{path}: nothing may stand here"];

    private IEnumerable<string> Check(JsonObject schema, string keyword, JsonNode argument, JsonNode? value, string path) => keyword switch
    {
        "$ref" => Check(Definition(argument.GetValue<string>()), value, path),
        "type" => Types(argument).Any(type => Is(value, type)) ? [] : [$"{path}: is no {TextOf(argument)}"],
        "enum" => argument.AsArray().Any(choice => JsonNode.DeepEquals(choice, value)) ? [] : [$"{path}: is none of {TextOf(argument)}"],
        "properties" => Entries(value).Where(entry => argument[entry.Key] is not null).SelectMany(entry => Check(argument[entry.Key]!, entry.Value, $"{path}.{entry.Key}")),
        "additionalProperties" => Entries(value).Where(entry => schema["properties"]?[entry.Key] is null).SelectMany(entry => Check(argument, entry.Value, $"{path}.{entry.Key}")),
        "propertyNames" => Entries(value).SelectMany(entry => Check(argument, JsonValue.Create(entry.Key), $"{path}.{entry.Key} (name)")),
        "required" => value is JsonObject mapping
            ? argument.AsArray().Select(key => key!.GetValue<string>()).Where(key => !mapping.ContainsKey(key)).Select(key => $"{path}: lacks '{key}'")
            : [],
        "minProperties" => value is JsonObject few && few.Count < argument.GetValue<int>() ? [$"{path}: has too few keys"] : [],
        "items" => value is JsonArray list ? list.SelectMany((item, index) => Check(argument, item, $"{path}[{index}]")) : [],
        "minItems" => value is JsonArray items && items.Count < argument.GetValue<int>() ? [$"{path}: has too few entries"] : [],
        "uniqueItems" => value is JsonArray all && all.Select(item => item?.ToJsonString()).Distinct().Count() < all.Count ? [$"{path}: has an entry twice"] : [],
        "pattern" => Text(value) is { } text && !PatternOf(argument.GetValue<string>()).IsMatch(text) ? [$"{path}: '{text}' is not like {argument}"] : [],
        "maxLength" => Text(value) is { } word && word.Length > argument.GetValue<int>() ? [$"{path}: is too long"] : [],
        "minimum" => Number(value) < argument.GetValue<double>() ? [$"{path}: is too small"] : [],
        "maximum" => Number(value) > argument.GetValue<double>() ? [$"{path}: is too large"] : [],
        "exclusiveMinimum" => Number(value) <= argument.GetValue<double>() ? [$"{path}: is too small"] : [],
        "allOf" => argument.AsArray().SelectMany(part => Check(part!, value, path)),
        "oneOf" => argument.AsArray().Count(part => !Check(part!, value, path).Any()) == 1 ? [] : [$"{path}: is not exactly one of {TextOf(argument)}"],
        "if" => schema[Check(argument, value, path).Any() ? "else" : "then"] is { } branch ? Check(branch, value, path) : [],
        "then" or "else" => [],
        _ => throw new InvalidOperationException($"Keyword '{keyword}' is not known to this validator."),
    };

    private JsonNode Definition(string reference)
    {
        if (!definitions.TryGetValue(reference, out var definition))
        {
            definitions[reference] = definition = reference.Split('/').Skip(1).Aggregate((JsonNode)root, (node, key) => node[key]!);
        }

        return definition;
    }

    private Regex PatternOf(string pattern)
    {
        if (!patterns.TryGetValue(pattern, out var known))
        {
            patterns[pattern] = known = new Regex(pattern, RegexOptions.ECMAScript);
        }

        return known;
    }

    private string TextOf(JsonNode argument)
    {
        if (!texts.TryGetValue(argument, out var text))
        {
            texts[argument] = text = argument.ToJsonString();
        }

        return text;
    }

    private static IEnumerable<string> Types(JsonNode argument) => argument is JsonArray several ? several.Select(type => type!.GetValue<string>()) : [argument.GetValue<string>()];

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Entries(JsonNode? value) => value as JsonObject ?? [];

    private static string? Text(JsonNode? value) => value is JsonValue single && single.TryGetValue<string>(out var text) ? text : null;

    private static double? Number(JsonNode? value) => value is JsonValue single && single.TryGetValue<double>(out var number) ? number : null;

    private static bool Is(JsonNode? value, string type) => type switch
    {
        "null" => value is null,
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => Text(value) is not null,
        "number" => Number(value) is not null,
        "integer" => Number(value) is { } number && Math.Floor(number).Equals(number),
        "boolean" => value is JsonValue single && single.TryGetValue<bool>(out _),
        _ => throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Type '{type}' is not known to this validator.")),
    };
}
