using System.Text.Json.Nodes;

namespace StagingHarness.OpenApi.Bodies;

/// <summary>A value that fits a schema; it may be null, where no value at all is no sample.</summary>
/// <param name="Value">As JSON.</param>
internal sealed record Sample(JsonNode? Value);
