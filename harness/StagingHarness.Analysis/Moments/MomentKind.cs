using System.Text.Json.Serialization;

namespace StagingHarness.Analysis.Moments;

/// <summary>What happened at a moment that a reader of the run looks for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MomentKind>))]
public enum MomentKind
{
    UpgradeStarted,
    Activated,
    FaultBegan,
    FaultProved,
    FaultEnded,
    InstanceDied,

    /// <summary>The first wrong answer was due.</summary>
    FirstWrong,

    /// <summary>Detection fired.</summary>
    Alert,

    Page,
    Acknowledged,

    /// <summary>A gate did not let the upgrade go on.</summary>
    Refused,

    RollbackStarted,
    RolledBack,
    RestartStarted,

    /// <summary>Right answers are unbroken from here on.</summary>
    Recovered,
}
