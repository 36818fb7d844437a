using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Analysis.Outcomes;

/// <summary>A journey that came to an end.</summary>
/// <param name="Begun">Due time of its first request, real time since the epoch.</param>
/// <param name="FailedAt">The request that was not answered rightly; null when all were.</param>
public readonly record struct JourneyOutcome(TimeSpan Begun, RequestPlan? FailedAt);
