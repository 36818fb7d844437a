using System.Collections.Immutable;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Scenarios.Plans.Expectations;

/// <summary>What is asked of one answer. Each part that is given must hold; null, or no status, asks nothing.</summary>
public sealed record AnswerCondition
{
    /// <summary>HTTP status: one of these.</summary>
    public ImmutableArray<int> Status { get; init; } = [];

    /// <summary>Right (2xx) or not; no answer at all is not right.</summary>
    public bool? Right { get; init; }

    public Answerer? By { get; init; }

    public AnswerSignature? Signature { get; init; }

    /// <summary>More real time than this passed from the scheduled moment to the whole answer, or to giving up.</summary>
    public TimeSpan? SlowerThan { get; init; }
}
