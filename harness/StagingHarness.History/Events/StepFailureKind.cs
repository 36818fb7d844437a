using System.Text.Json.Serialization;

namespace StagingHarness.History.Events;

/// <summary>Who is to blame for a failed step.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StepFailureKind>))]
public enum StepFailureKind
{
    /// <summary>The stage could not be built or kept up: ports, processes, engine.</summary>
    Environment,

    /// <summary>The baseline was not met, so nothing was changed.</summary>
    Baseline,

    /// <summary>The step ran, but its effect was not seen.</summary>
    NoEffect,

    /// <summary>The new version started, and ended before it was ready.</summary>
    StartUp,

    /// <summary>The new version could not be started, or was not ready in time: nothing says that it crashed.</summary>
    NotStarted,

    /// <summary>What the step asked the stage for was measured and does not hold, or a hook says so.</summary>
    CheckNotMet,

    /// <summary>A job ended with another exit code than 0, or did not end in time.</summary>
    Job,

    /// <summary>A defect of the harness itself.</summary>
    Internal,
}
