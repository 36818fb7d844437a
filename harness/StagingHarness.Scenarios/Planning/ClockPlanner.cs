using StagingHarness.Scenarios.Documents;
using StagingHarness.Scenarios.Planning.Walks;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Planning;

/// <summary>The incident's clock, and how long the baseline lasts on it.</summary>
internal static class ClockPlanner
{
    public static ClockPlan Plan(ScenarioDocument scenario) => new()
    {
        Start = scenario.Clock?.Value.Starts?.Value ?? Defaults.ClockStart,
        Minute = scenario.Clock?.Value.Minute?.Value ?? Defaults.ClockMinute,
    };

    /// <summary>Until the first step's time; where it has none, the default stretch of real time.</summary>
    public static IncidentDuration BaselineTakes(ClockPlan clock, IEnumerable<WalkedStep> steps) =>
        steps.FirstOrDefault()?.At is { } first ? first.Value - clock.Start : clock.ToIncident(Defaults.BaselineTime);
}
