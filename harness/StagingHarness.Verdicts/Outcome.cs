using System.Text.Json.Serialization;

namespace StagingHarness.Verdicts;

/// <summary>What a run proved, or why it proved nothing.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Outcome>))]
public enum Outcome
{
    /// <summary>Everything that a pass needs was measured and met.</summary>
    Passed,

    /// <summary>Something was measured and not met.</summary>
    Failed,

    /// <summary>Something that a pass needs was not measured, or not enough of it.</summary>
    Inconclusive,

    /// <summary>Somebody interrupted the run.</summary>
    Aborted,

    /// <summary>The stage could not be built or kept up.</summary>
    EnvironmentFailed,

    /// <summary>A defect of the harness itself.</summary>
    InternalError,
}
