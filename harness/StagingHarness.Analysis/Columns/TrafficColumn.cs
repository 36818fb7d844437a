using System.Collections.Immutable;
using StagingHarness.Analysis.Latency;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Analysis.Columns;

/// <summary>What the requests got that were due in one stretch of the run.</summary>
public sealed record TrafficColumn
{
    /// <summary>Real time since the epoch.</summary>
    public required TimeSpan From { get; init; }

    public required TimeSpan Until { get; init; }

    public required int Requests { get; init; }

    public required int Right { get; init; }

    public required LatencySummary Latency { get; init; }

    /// <summary>Wrong answers, in the order of the signatures.</summary>
    public required ImmutableSortedDictionary<AnswerSignature, int> Wrong { get; init; }

    /// <summary>0 to 1; null when nothing was asked.</summary>
    public double? Availability => Requests == 0 ? null : (double)Right / Requests;
}
