using System.Text.Json.Serialization;

namespace StagingHarness.Scenarios.Plans;

/// <summary>What one moment of the traffic's schedule begins: a request alone, or a journey of several.</summary>
/// <param name="First">Index of its first request.</param>
/// <param name="Count">How many requests follow each other.</param>
/// <param name="Weight">How often it comes among the turns.</param>
public sealed record TurnPlan(int First, int Count, int Weight)
{
    /// <summary>Name of the journey; null for a request alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Journey { get; init; }
}
