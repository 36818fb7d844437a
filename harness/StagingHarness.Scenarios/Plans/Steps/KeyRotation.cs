using System.Text.Json.Serialization;

namespace StagingHarness.Scenarios.Plans.Steps;

/// <summary>What becomes of the old key when the provider signs with a new one.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<KeyRotation>))]
public enum KeyRotation
{
    /// <summary>The key set shows the new one alone.</summary>
    OldWithdrawn,

    /// <summary>The key set shows both.</summary>
    OldKept,
}
