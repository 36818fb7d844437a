using System.Collections.Immutable;
using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Wording;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Analysis.Expectations;

/// <summary>Looks at the health checks that were asked in the phases.</summary>
internal static class HealthEvaluator
{
    public static ExpectationResult Evaluate(HealthExpectationPlan plan, RunAnalysis analysis)
    {
        var phases = PhaseSelection.Of(analysis, plan.Phases);

        // The event is written when the answer came; like a request, a check belongs to the phase in which it was asked.
        var readings = analysis.Record.Events.OfType<HealthObserved>()
            .Where(reading => phases.Contains(Asked(reading)))
            .OrderBy(Asked);
        ImmutableArray<string> placed = [.. Placed(analysis.Record.Plan), .. Added(analysis.Record.Plan, readings)];
        var observed = new Observed
        {
            Unit = "health check",
            Observations = readings.Select(reading => new Observation(
                Asked(reading), reading.Status == plan.Status, placed.Contains(reading.Instance) ? reading.Instance : null)),
            Phases = phases,
            Instances = placed,
            Instead = () => $"all health checks: {Describe(readings)}",
        };
        return CountedEvaluator.Evaluate(plan, observed, analysis);
    }

    private static TimeSpan Asked(HealthObserved reading) => reading.At - reading.Latency;

    private static IEnumerable<string> Placed(ScenarioPlan plan) => plan.Stage
        .Where(service => plan.System.Service(service.Service).Health is not null)
        .SelectMany(service => service.InstanceNames());

    /// <summary>Servers that were added count where they were asked; they did not stand there all the time.</summary>
    private static IEnumerable<string> Added(ScenarioPlan plan, IEnumerable<HealthObserved> readings) =>
        readings.Select(reading => reading.Instance).Distinct().Except(plan.Stage.SelectMany(service => service.InstanceNames()));

    private static string Describe(IEnumerable<HealthObserved> readings) => string.Join(
        ", ",
        readings
            .GroupBy(reading => reading.Status)
            .OrderByDescending(same => same.Count())
            .ThenBy(same => same.Key)
            .Select(same => $"{same.Key?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "no answer"} x {Figures.Count(same.Count())}"));
}
