using System.Text.Json.Nodes;

namespace StagingHarness.Tests.Scenarios.Schemas;

/// <summary>All keys of a schema.</summary>
internal static class SchemaProperties
{
    public static IEnumerable<SchemaProperty> Of(string schema) =>
        from definition in JsonNode.Parse(schema)!["definitions"]!.AsObject().Append(new("file", JsonNode.Parse(schema)))
        from mapping in Mappings(definition.Value!.AsObject())
        from property in mapping.Schema["properties"]?.AsObject() ?? []
        select new SchemaProperty($"{definition.Key}{mapping.Kind}.{property.Key}", property.Value!.AsObject());

    // A shape of several kinds has their keys below 'then', and the key by which each is told below 'if'.
    private static IEnumerable<(string Kind, JsonObject Schema)> Mappings(JsonObject definition) =>
        (definition["allOf"]?.AsArray() ?? [])
            .Select(kind => ($"({kind!["if"]!["required"]![0]})", kind["then"]!.AsObject()))
            .Append(("", definition));
}
