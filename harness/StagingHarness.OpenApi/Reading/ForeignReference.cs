using System.Text.Json;
using System.Text.Json.Nodes;
using StagingHarness.Scenarios.Documents.Syntax;

namespace StagingHarness.OpenApi.Reading;

/// <summary>Finds what a document says by naming another file.</summary>
internal static class ForeignReference
{
    /// <summary>The first one, and what it names; null where there is none.</summary>
    public static (string Pointer, string Target)? In(JsonNode? node, string pointer = "") => node switch
    {
        JsonObject holder => holder.Select(member => Of(member, $"{pointer}/{PointerStep.Of(member.Key)}")).FirstOrDefault(found => found is not null),
        JsonArray list => list.Select((entry, index) => In(entry, FormattableString.Invariant($"{pointer}/{index}"))).FirstOrDefault(found => found is not null),
        _ => null,
    };

    private static (string Pointer, string Target)? Of(KeyValuePair<string, JsonNode?> member, string pointer) =>
        member is { Key: "$ref", Value: JsonValue value } && value.GetValueKind() == JsonValueKind.String && !value.GetValue<string>().StartsWith('#')
            ? (pointer, value.GetValue<string>())
            : In(member.Value, pointer);
}
