using StagingHarness.History.Events;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Alerts;

namespace StagingHarness.Analysis.Alerts;

/// <summary>Measures what one rule asks for. Answers and events may be told early; evaluations come in the order of time.</summary>
internal abstract class AlertMeter
{
    /// <summary>One meter for one rule, from nothing.</summary>
    public static AlertMeter Of(AlertPlan rule, ClockPlan clock) => rule switch
    {
        ShareAlertPlan { Measure: AlertMeasure.Wrong } wrong => new WrongMeter(wrong, clock.ToReal(wrong.Over)),
        ShareAlertPlan { Measure: AlertMeasure.Health } health => new HealthMeter(health, clock.ToReal(health.Over)),
        ShareAlertPlan usage => new UsageMeter(usage, clock.ToReal(usage.Over)),
        BurnRateAlertPlan burn => new BurnRateMeter(burn, clock.ToReal(burn.Over), clock.ToReal(burn.And)),
        LatencyAlertPlan latency => new LatencyMeter(latency, clock.ToReal(latency.Over)),
        RestartsAlertPlan restarts => new RestartsMeter(restarts, clock.ToReal(restarts.Over)),
        AlertPlan unknown => throw new NotSupportedException($"Alert rule '{unknown.Name}' is of kind '{unknown.GetType().Name}', which no meter knows; add one."),
    };

    /// <summary>An alert sees an answer when it has come.</summary>
    public virtual void Take(in Sample sample)
    {
    }

    public virtual void Take(JournalEvent happened)
    {
    }

    public abstract AlertReading Read(TimeSpan now);
}
