using System.Collections.Immutable;

namespace StagingHarness.Scenarios.Plans;

/// <summary>What was recorded somewhere, and is replayed over and over. Which request each moment is of, the traffic's turns say.</summary>
public sealed record RecordingPlan
{
    /// <summary>Relative to the scenario root.</summary>
    public required string File { get; init; }

    /// <summary>How many times as fast as it was recorded.</summary>
    public required double Speed { get; init; }

    /// <summary>Moments at that speed, microseconds from the first one.</summary>
    public required ImmutableArray<long> Microseconds { get; init; }

    /// <summary>After so many microseconds it begins again.</summary>
    public required long PeriodMicroseconds { get; init; }

    /// <summary>Entries that are not replayed although nobody said so: no requests, and answers that do not say what is right.</summary>
    public int LeftOut { get; init; }
}
