using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Plans;

/// <summary>One line of a reported timeline.</summary>
public sealed record ReportedMoment(IncidentTime At, Milestone Milestone);
