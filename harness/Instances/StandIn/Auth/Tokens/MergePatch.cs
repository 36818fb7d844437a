using System.Text.Json.Nodes;

namespace StagingHarness.StandIn.Auth.Tokens;

/// <summary>Lays one JSON object over another: JSON Merge Patch (RFC 7396), where null takes a member away.</summary>
internal static class MergePatch
{
    /// <returns>The target, changed.</returns>
    /// <exception cref="System.Text.Json.JsonException">The patch is no JSON.</exception>
    public static JsonObject Apply(JsonObject target, string? patch) =>
        patch is null || JsonNode.Parse(patch) is not JsonObject changes ? target : Apply(target, changes);

    private static JsonObject Apply(JsonObject target, JsonObject changes)
    {
        foreach (var (name, value) in changes)
        {
            switch (value)
            {
                case null:
                    target.Remove(name);
                    break;
                case JsonObject inner:
                    target[name] = Apply(target[name] as JsonObject is { } there ? (JsonObject)there.DeepClone() : [], inner);
                    break;
                default:
                    target[name] = value.DeepClone();
                    break;
            }
        }

        return target;
    }
}
