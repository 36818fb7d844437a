using System.Text.Json.Serialization;

namespace StagingHarness.Scenarios.Plans.Steps;

/// <summary>What a gate does when its expectations are not met.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GateOtherwise>))]
public enum GateOtherwise
{
    /// <summary>The service is reverted, and the rest of the steps is left out.</summary>
    RollBack,

    /// <summary>The rest of the steps is left out.</summary>
    Stop,

    /// <summary>The steps go on; the decision is recorded.</summary>
    Continue,
}
