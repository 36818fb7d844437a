using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using StagingHarness.Scenarios.Documents.Layers;
using StagingHarness.Scenarios.Documents.Systems;

namespace StagingHarness.Scenarios.Documents.Schemas;

/// <summary>The schemas of whole files, made from the model that binds them.</summary>
internal static class DocumentSchema
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,

        // It is written into files, never into HTML: quotes stay quotes.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Scenario { get; } = Print(ScenarioJson());

    public static string System { get; } = Print(SystemJson());

    /// <summary>A scenario that builds on another one needs its own name alone.</summary>
    private static JsonObject ScenarioJson()
    {
        var writer = new SchemaWriter { WithVariables = true };
        var schema = Head("A scenario of the staging harness", "What stands on the stage, which upgrade is applied, and what must be true.");
        schema["type"] = "object";
        schema["properties"] = new JsonObject(ScenarioDocument.Shape.Keys.Select(key =>
            new KeyValuePair<string, JsonNode?>(key, KeyHelp.Described([], nameof(ScenarioDocument), key))));
        schema["required"] = new JsonArray("scenario");
        schema["if"] = new JsonObject { ["required"] = new JsonArray(BaseReader.Key) };
        schema["then"] = writer.PartOf(ScenarioDocument.Shape);
        schema["else"] = writer.WholeOf(ScenarioDocument.Shape);
        schema["definitions"] = writer.Definitions();
        return schema;
    }

    private static JsonObject SystemJson()
    {
        var writer = new SchemaWriter { WithVariables = false };
        var schema = Head("A system of the staging harness", "What is under test: services, the versions that they exist in, and how each starts.");
        foreach (var (keyword, value) in SystemDocument.Shape.ToSchema(writer).ToList())
        {
            schema[keyword] = value?.DeepClone();
        }

        schema["definitions"] = writer.Definitions();
        return schema;
    }

    private static JsonObject Head(string title, string description) => new()
    {
        ["$schema"] = "http://json-schema.org/draft-07/schema#",
        ["title"] = title,
        ["description"] = description,
    };

    private static string Print(JsonObject schema) => schema.ToJsonString(Options).ReplaceLineEndings("\n") + "\n";
}
