using StagingHarness.Execution.Ports.Failures;

namespace StagingHarness.Execution.Running;

/// <summary>The artifacts were not prepared by their deadline.</summary>
internal sealed class PreparationGivenUpException(TimeSpan deadline, string lastObservation) : EnvironmentException(
    $"The artifacts were not prepared within {deadline.TotalMinutes:0.#} min; the last observation was: {lastObservation}. "
    + "See why that takes so long, then run it again.");
