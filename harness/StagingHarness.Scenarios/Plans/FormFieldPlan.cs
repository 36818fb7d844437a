using System.Text.Json.Serialization;

namespace StagingHarness.Scenarios.Plans;

/// <summary>What is filled into a field of a form: exactly one of the two.</summary>
public sealed record FormFieldPlan
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Value { get; init; }

    /// <summary>User of the provider whose password it is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? User { get; init; }
}
