using StagingHarness.History.Runs;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Tests.Analysis.Expectations;

/// <summary>An expectation, a run that meets it, one that does not, and one that does not say.</summary>
internal sealed record KindJournals(ExpectationPlan Plan, RunRecord Meets, RunRecord Fails, RunRecord SaysNothing);
