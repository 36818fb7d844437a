using System.Text.Json.Serialization;

namespace StagingHarness.Scenarios.Plans.Expectations;

/// <summary>Answers of the app that came from a version, as its servers attested it.</summary>
public sealed record ServedExpectationPlan : CountedExpectationPlan
{
    /// <summary>Null for any.</summary>
    public required string? Release { get; init; }

    /// <summary>Null for any.</summary>
    public required string? Platform { get; init; }

    /// <summary>Null for any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Configuration { get; init; }
}
