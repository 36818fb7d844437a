using System.Text.Json.Serialization;

namespace StagingHarness.Scenarios.Plans.Browsing;

/// <summary>Fills a field of a form: with a value, or with the secret of a credential.</summary>
/// <param name="Label">What stands beside the field.</param>
public sealed record FillFieldPlan(string Label) : BrowserStepPlan
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Value { get; init; }

    /// <summary>Name of the credential whose secret is filled in; null where <see cref="Value"/> is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Credential { get; init; }

    public override string InWords() => $"fill '{Label}'";
}
