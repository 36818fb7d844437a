using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace StagingHarness.Generator.Sending;

/// <summary>A whole answer, as far as somebody looks at it.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Headers">Its headers; null where nobody asks for one.</param>
/// <param name="Body">Its body, up to a bound; empty where nobody asks for it.</param>
internal sealed record Received(int Status, HttpResponseHeaders? Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>What is longer is looked at up to here.</summary>
    public const int LongestBody = 1 << 20;

    private readonly Lazy<JsonDocument?> _json = new(() => Parse(Body));

    public string Text => Encoding.UTF8.GetString(Body.Span);

    /// <summary>The value at that place as text; null when there is none, or no JSON at all.</summary>
    public string? JsonAt(string pointer) => Find(pointer) is { } value ? JsonPointer.Text(value) : null;

    /// <summary>The same, and null also where a JSON null stands, which is no value to go on with.</summary>
    public string? ValueAt(string pointer) =>
        Find(pointer) is { ValueKind: not JsonValueKind.Null } value ? JsonPointer.Text(value) : null;

    /// <summary>All values of a header, each by itself.</summary>
    public IEnumerable<string> HeaderValues(string name) =>
        Headers is not null && Headers.NonValidated.TryGetValues(name, out var values) ? values : [];

    private JsonElement? Find(string pointer) => _json.Value is { } json ? JsonPointer.Find(json.RootElement, pointer) : null;

    private static JsonDocument? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            // What is no JSON has no value anywhere, and is found wrong by that.
            return null;
        }
    }
}
