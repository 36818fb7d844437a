using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace StagingHarness.Scenarios.Documents.Schemas;

/// <summary>
/// How a single value is written, as far as JSON Schema can say it. It may allow more than the binder does, and never less: an editor must not
/// underline what is right. Plain YAML such as <c>2.0</c> or <c>true</c> reaches an editor as a number or a truth value, though it is a name here.
/// </summary>
internal sealed record ValueSchema
{
    private const string Variable = @"\$\{";

    private ValueSchema()
    {
    }

    private ImmutableArray<string> Types { get; init; } = ["string", "number", "boolean"];

    private string? Pattern { get; init; }

    private ImmutableArray<JsonNode> Choices { get; init; } = [];

    private long? Least { get; init; }

    private long? Most { get; init; }

    private double? MoreThan { get; init; }

    private int? Longest { get; init; }

    /// <summary>Any text, also one that looks like a number.</summary>
    public static ValueSchema Text() => new();

    /// <summary>A name or path, also one that looks like a number.</summary>
    /// <param name="pattern">A regular expression that JavaScript and .NET read alike.</param>
    /// <param name="longest">Characters; null sets no bound.</param>
    public static ValueSchema Matching(string pattern, int? longest = null) => new() { Pattern = pattern, Longest = longest };

    /// <summary>Something that never looks like a number: a quantity with its unit, a time.</summary>
    public static ValueSchema Written(string pattern) => new() { Types = ["string"], Pattern = pattern };

    public static ValueSchema OneOf(IEnumerable<string> choices) =>
        new() { Types = ["string"], Choices = [.. choices.Select(choice => JsonValue.Create(choice))] };

    /// <summary>Numbers to a reader of YAML, which may stand in quotes, too.</summary>
    public static ValueSchema OneOf(params ImmutableArray<decimal> choices) => new()
    {
        Types = ["string", "number"],
        Choices = [.. choices.SelectMany(choice => new JsonNode[] { JsonValue.Create(choice.ToString(CultureInfo.InvariantCulture)), JsonValue.Create(choice) })],
    };

    public static ValueSchema Flag() => new()
    {
        Types = ["boolean", "string"],
        Choices = [JsonValue.Create(true), JsonValue.Create(false), JsonValue.Create("true"), JsonValue.Create("false")],
    };

    public static ValueSchema Whole(long least, long? most) =>
        new() { Types = ["integer", "string"], Pattern = "^[+-]?[0-9]+$", Least = least, Most = most };

    public static ValueSchema Number(double moreThan) =>
        new() { Types = ["number", "string"], Pattern = "^[0-9.]+([eE][+-]?[0-9]+)?$", MoreThan = moreThan };

    /// <param name="withVariables">A variable may stand anywhere in the value.</param>
    public JsonObject ToJson(bool withVariables)
    {
        var json = new JsonObject { ["type"] = Types.Length == 1 ? Types[0] : new JsonArray([.. Types.Select(type => (JsonNode)type)]) };
        Set(json, "minimum", Least);
        Set(json, "maximum", Most);
        Set(json, "exclusiveMinimum", MoreThan);
        if (Longest is { } longest && !withVariables)
        {
            json["maxLength"] = longest;
        }

        if (Pattern is not null)
        {
            json["pattern"] = withVariables ? $"{Pattern}|{Variable}" : Pattern;
        }

        if (!Choices.IsEmpty)
        {
            var choices = new JsonArray([.. Choices.Select(choice => choice.DeepClone())]);
            if (withVariables)
            {
                json["if"] = new JsonObject { ["type"] = "string", ["pattern"] = Variable };
                json["else"] = new JsonObject { ["enum"] = choices };
            }
            else
            {
                json["enum"] = choices;
            }
        }

        return json;
    }

    /// <summary>What a key of that kind matches.</summary>
    public JsonObject ToKeyJson() => Pattern is null ? [] : new JsonObject { ["pattern"] = Pattern };

    private static void Set<T>(JsonObject json, string keyword, T? value)
        where T : struct
    {
        if (value is { } given)
        {
            json[keyword] = JsonValue.Create(given);
        }
    }
}
