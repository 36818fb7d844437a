using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace StagingHarness.Scenarios.Plans;

/// <summary>What an answer of the traffic must be to be right. Each part that is given must hold.</summary>
public sealed record AnswerPlan
{
    /// <summary>One of these; empty asks for a 2xx.</summary>
    public ImmutableArray<int> Status { get; init; } = [];

    /// <summary>Stands in the body.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Contains { get; init; }

    /// <summary>A regular expression that is found in the body.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Matches { get; init; }

    /// <summary>JSON pointer to the value that stands there.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableSortedDictionary<string, string>? Json { get; init; }
}
