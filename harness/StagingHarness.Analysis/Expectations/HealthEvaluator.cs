using System.Collections.Immutable;
using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Wording;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Analysis.Expectations;

/// <summary>Counts the health checks that were asked in the phases.</summary>
internal static class HealthEvaluator
{
    public static ExpectationResult Evaluate(HealthExpectationPlan plan, RunAnalysis analysis)
    {
        var phases = PhaseSelection.Of(analysis, plan.Phases);

        // The event is written when the answer came; like a request, a check belongs to the phase in which it was asked.
        var readings = analysis.Record.Events.OfType<HealthObserved>()
            .Where(reading => phases.Contains(reading.At - reading.Latency))
            .ToImmutableArray();
        var samples = new ExpectationSamples(
            "health check", readings.Length, plan.Samples.Total, plan.Samples.PerInstance, PerInstance(readings, analysis));
        var measured = new ShareMeasurement(
            readings.LongCount(reading => reading.Status == plan.Status), samples, phases.WhyMissing);
        var (standing, reason) = measured.Against(plan.Share);
        return new ExpectationResult
        {
            Number = plan.Number,
            Name = plan.Name,
            Place = plan.Place,
            Standing = standing,
            Wanted = ExpectationWords.Wanted(plan),
            Got = standing == Standing.NotMet ? $"{measured.Got}; all health checks: {Describe(readings)}" : measured.Got,
            Samples = samples,
            Window = phases.Describe(),
            Reason = reason,
        };
    }

    private static ImmutableSortedDictionary<string, long> PerInstance(ImmutableArray<HealthObserved> readings, RunAnalysis analysis)
    {
        var plan = analysis.Record.Plan;
        var placed = plan.Stage.Where(service => plan.System.Service(service.Service).Health is not null).SelectMany(service => service.InstanceNames());
        var added = readings.Select(reading => reading.Instance).Distinct().Except(plan.Stage.SelectMany(service => service.InstanceNames()));
        // Servers that were added count where they were asked; they did not stand there all the time.
        return placed.Concat(added).ToImmutableSortedDictionary(
            instance => instance,
            instance => readings.LongCount(reading => reading.Instance == instance),
            StringComparer.Ordinal);
    }

    private static string Describe(ImmutableArray<HealthObserved> readings) => string.Join(
        ", ",
        readings
            .GroupBy(reading => reading.Status)
            .OrderByDescending(same => same.Count())
            .ThenBy(same => same.Key)
            .Select(same => $"{same.Key?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "no answer"} x {Figures.Count(same.Count())}"));
}
