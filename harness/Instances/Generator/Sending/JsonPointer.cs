using System.Globalization;
using System.Text.Json;

namespace StagingHarness.Generator.Sending;

/// <summary>Finds a value in a JSON document (RFC 6901).</summary>
internal static class JsonPointer
{
    /// <summary>Null when nothing stands there.</summary>
    public static JsonElement? Find(JsonElement root, string pointer)
    {
        var value = root;
        foreach (var step in pointer.Split('/').Skip(1).Select(Unescape))
        {
            if (Below(value, step) is not { } next)
            {
                return null;
            }

            value = next;
        }

        return value;
    }

    /// <summary>A string without its quotes.</summary>
    public static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static string Unescape(string step) =>
        step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);

    private static JsonElement? Below(JsonElement value, string step) => value.ValueKind switch
    {
        JsonValueKind.Object when value.TryGetProperty(step, out var property) => property,
        JsonValueKind.Array when int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && index < value.GetArrayLength() => value[index],
        _ => null,
    };
}
