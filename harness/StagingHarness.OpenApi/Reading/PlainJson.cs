using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace StagingHarness.OpenApi.Reading;

/// <summary>The library writes a text of its own where a document has null.</summary>
internal static class PlainJson
{
    /// <summary>A copy with nulls where nulls were.</summary>
    public static JsonNode? Of(JsonNode? node) => node switch
    {
        null => null,
        JsonObject holder => new JsonObject(holder.Select(member => KeyValuePair.Create(member.Key, Of(member.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Of)]),
        _ when node.IsJsonNullSentinel() => null,
        _ => node.DeepClone(),
    };
}
