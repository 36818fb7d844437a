using StagingHarness.Scenarios.Plans.Alerts;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.TestKit.Plans;

/// <summary>Alert rules, one of each kind, and what is expected of the first.</summary>
public static class AlertPlans
{
    public static ShareAlertPlan Wrong { get; } = Share("errors", AlertMeasure.Wrong, 0.05);

    public static ShareAlertPlan Health { get; } = Share("red-health", AlertMeasure.Health, 0.5);

    public static ShareAlertPlan Processor { get; } = Share("processor", AlertMeasure.Processor, 0.9);

    public static ShareAlertPlan Memory { get; } = Share("memory", AlertMeasure.Memory, 0.9);

    public static BurnRateAlertPlan BurnRate { get; } = new()
    {
        Name = "burn",
        Place = IncidentPlans.Place(1),
        Over = new IncidentDuration(10),
        And = new IncidentDuration(1),
        For = IncidentDuration.Zero,
        MinimumSamples = 20,
        Objective = new Share(0.99),
        Above = 10,
    };

    public static LatencyAlertPlan Latency { get; } = new()
    {
        Name = "slow",
        Place = IncidentPlans.Place(1),
        Over = new IncidentDuration(1),
        For = IncidentDuration.Zero,
        MinimumSamples = 59,
        Percentile = new Percentile(95),
        Above = TimeSpan.FromMilliseconds(500),
    };

    public static RestartsAlertPlan Restarts { get; } = new()
    {
        Name = "restarts",
        Place = IncidentPlans.Place(1),
        Over = new IncidentDuration(5),
        For = IncidentDuration.Zero,
        MinimumSamples = 1,
        Above = 1,
    };

    /// <summary>One of each kind; the first one pages beside detection.</summary>
    public static AlertingPlan All { get; } = AlertingPlan.None with
    {
        LeastEvaluations = 10,
        Rules = [Wrong, Health, Processor, Memory, BurnRate, Latency, Restarts],
        PagedBy = [AlertingPlan.Detection, Wrong.Name],
    };

    public static AlertExpectationPlan Fires { get; } = new()
    {
        Number = "E1",
        Name = "The rule fires in time",
        Place = IncidentPlans.Place(1),
        Phases = ["upgraded"],
        Rule = Wrong.Name,
        Expected = true,
        Within = new ClockDuration.Incident(new IncidentDuration(2)),
        Since = Milestone.Activated,
        MinimumSamples = 0,
    };

    public static AlertExpectationPlan Silent { get; } = Fires with { Expected = false, Within = null, Since = null, MinimumSamples = 10 };

    private static ShareAlertPlan Share(string name, AlertMeasure measure, double above) => new()
    {
        Name = name,
        Place = IncidentPlans.Place(1),
        Over = new IncidentDuration(1),
        For = IncidentDuration.Zero,
        MinimumSamples = measure == AlertMeasure.Wrong ? 20 : 2,
        Measure = measure,
        Above = new Share(above),
    };
}
