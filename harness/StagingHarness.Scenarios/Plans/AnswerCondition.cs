using StagingHarness.Protocols.Samples;

namespace StagingHarness.Scenarios.Plans;

/// <summary>What is asked of one answer. Each part that is given must hold; null asks nothing.</summary>
public sealed record AnswerCondition
{
    /// <summary>HTTP status.</summary>
    public required int? Status { get; init; }

    /// <summary>Right (2xx) or not; no answer at all is not right.</summary>
    public required bool? Right { get; init; }

    public required Answerer? By { get; init; }
}
