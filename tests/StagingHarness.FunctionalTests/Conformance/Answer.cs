using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Web;

namespace StagingHarness.FunctionalTests.Conformance;

/// <summary>What the provider answered.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Headers">By name, in any case; several values are joined by commas.</param>
/// <param name="Body">As text.</param>
internal sealed record Answer(int Status, ImmutableDictionary<string, string> Headers, string Body)
{
    /// <summary>The body; null when it is no JSON object.</summary>
    public JsonObject? Json
    {
        get
        {
            try
            {
                return JsonNode.Parse(Body) as JsonObject;
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }

    public string? Location => Headers.GetValueOrDefault("Location");

    /// <summary>A string member of the body.</summary>
    public string? Text(string member) => Json?[member] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>A parameter in the query of the place that the browser is sent to.</summary>
    public string? Landed(string parameter) =>
        Uri.TryCreate(Location, UriKind.Absolute, out var uri) ? HttpUtility.ParseQueryString(uri.Query)[parameter] : null;

    public override string ToString() => $"{Status}{(Location is null ? "" : $" to {Location}")} {Body}";
}
