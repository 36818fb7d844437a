using System.Text.Json.Serialization;

namespace StagingHarness.Scenarios.Plans;

/// <summary>What a passing scenario proves.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Intent>))]
public enum Intent
{
    /// <summary>Passes when the described failure appears (headline REPRODUCED).</summary>
    Reproduce,

    /// <summary>Passes only when the upgrade is safe (headline SAFE).</summary>
    Protect,
}
