using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Timelines;

/// <summary>A row of a postmortem's timeline that was understood.</summary>
/// <param name="At">Its time.</param>
/// <param name="What">What it tells of.</param>
/// <param name="Words">As the postmortem says it.</param>
public sealed record TimelineMoment(IncidentTime At, Milestone What, string Words);
