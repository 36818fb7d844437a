using System.Text.Json.Serialization;

namespace StagingHarness.Scenarios.Plans;

/// <summary>Something of an answer that later requests of the journey carry; exactly one of the places is given.</summary>
public sealed record CapturePlan(string Name)
{
    /// <summary>JSON pointer into the body.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Json { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Header { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Cookie { get; init; }

    /// <summary>The first group of a regular expression, in the body.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Pattern { get; init; }
}
