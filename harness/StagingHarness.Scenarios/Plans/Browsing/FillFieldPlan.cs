using System.Text.Json.Serialization;

namespace StagingHarness.Scenarios.Plans.Browsing;

/// <summary>Fills a field of a form: with a value, with the secret of a credential, or with the password of a user.</summary>
/// <param name="Label">What stands beside the field.</param>
public sealed record FillFieldPlan(string Label) : BrowserStepPlan
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Value { get; init; }

    /// <summary>Name of the credential whose secret is filled in; null where something else is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Credential { get; init; }

    /// <summary>Name of the user of the provider whose password is filled in; null where something else is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? User { get; init; }

    /// <summary>What is filled in must not be seen.</summary>
    [JsonIgnore]
    public bool IsSecret => Value is null;

    public override string InWords() => $"fill '{Label}'";
}
