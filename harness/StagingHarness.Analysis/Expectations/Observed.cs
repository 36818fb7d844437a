using System.Collections.Immutable;

namespace StagingHarness.Analysis.Expectations;

/// <summary>Everything that one kind of expectation looked at in a run.</summary>
internal sealed record Observed
{
    /// <summary>What is counted, in the singular.</summary>
    public required string Unit { get; init; }

    /// <summary>In the order of time; made anew each time that it is walked through, so that nobody holds all of it.</summary>
    public required IEnumerable<Observation> Observations { get; init; }

    public required PhaseSelection Phases { get; init; }

    /// <summary>Instances that count here, also those of which nothing was observed.</summary>
    public required ImmutableArray<string> Instances { get; init; }

    /// <summary>What is observed lasts until it is observed otherwise.</summary>
    public bool Lasts { get; init; }

    /// <summary>Why some of it may be missing, besides phases that never began; null when nothing is.</summary>
    public string? WhyMissing { get; init; }

    /// <summary>What was observed instead, in words, for an expectation that is not met; null says nothing more.</summary>
    public Func<string>? Instead { get; init; }
}
