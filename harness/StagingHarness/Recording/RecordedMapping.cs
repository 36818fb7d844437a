using System.Text.Json.Nodes;

namespace StagingHarness.Recording;

/// <summary>A call and its answer as a mapping of WireMock.Net's, without secrets.</summary>
/// <param name="Name">Method and path.</param>
/// <param name="Request">Calls with the same one are the same call.</param>
/// <param name="Response">Of the last of them.</param>
internal sealed record RecordedMapping(string Name, JsonObject Request, JsonObject Response)
{
    /// <summary>A mapping that asks for more goes before one that asks for less.</summary>
    public required int Priority { get; init; }

    public JsonObject ToJson() => new()
    {
        ["Title"] = Name,
        [nameof(Priority)] = Priority,
        [nameof(Request)] = Request.DeepClone(),
        [nameof(Response)] = Response.DeepClone(),
    };
}
