using System.Globalization;
using StagingHarness.Analysis.Wording;
using StagingHarness.Scenarios.Plans.Alerts;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Analysis.Alerts;

/// <summary>Rules and what they read, in words.</summary>
public static class AlertWords
{
    /// <summary><c>more than 5 % of answers wrong over 1 min, for 2 min</c>.</summary>
    public static string Rule(AlertPlan rule)
    {
        var pending = rule.For.Minutes > 0 ? $", for {rule.For}" : "";
        return rule switch
        {
            ShareAlertPlan share => $"more than {share.Above} {Measured(share.Measure)} over {share.Over}{pending}",
            BurnRateAlertPlan burn => $"the error budget of {burn.Objective} burns more than {Number(burn.Above)} times too fast over {burn.Over} and {burn.And}{pending}",
            LatencyAlertPlan latency => $"{latency.Percentile} of the latency above {Figures.Milliseconds(latency.Above)} over {latency.Over}{pending}",
            RestartsAlertPlan restarts => $"more than {Figures.Count(restarts.Above, "restart")} over {restarts.Over}{pending}",
            AlertPlan unknown => throw Unknown(unknown),
        };
    }

    /// <summary><c>100 % of 98 answers</c>.</summary>
    public static string Reading(AlertPlan rule, AlertReading reading) =>
        reading.IsEnough
            ? $"{Value(rule, reading.Value)} in {Figures.Count(reading.Samples, Unit(rule))}"
            : $"{Figures.Count(reading.Samples, Unit(rule))} of at least {Figures.Count(reading.Needed)} needed";

    /// <summary>The threshold of a rule, in its unit.</summary>
    public static string Threshold(AlertPlan rule) => rule switch
    {
        ShareAlertPlan share => Value(rule, share.Above.Value),
        BurnRateAlertPlan burn => Value(rule, burn.Above),
        LatencyAlertPlan latency => Value(rule, latency.Above.TotalMilliseconds),
        RestartsAlertPlan restarts => Value(rule, restarts.Above),
        AlertPlan unknown => throw Unknown(unknown),
    };

    /// <summary>A value in the unit of the rule.</summary>
    public static string Value(AlertPlan rule, double value) => rule switch
    {
        ShareAlertPlan => new Share(value).ToString(),
        BurnRateAlertPlan => $"{Number(value)} times",
        LatencyAlertPlan => Figures.Milliseconds(TimeSpan.FromMilliseconds(value)),
        RestartsAlertPlan => Figures.Count((long)value, "restart"),
        AlertPlan unknown => throw Unknown(unknown),
    };

    /// <summary>What its samples are, in the singular.</summary>
    public static string Unit(AlertPlan rule) => rule switch
    {
        ShareAlertPlan { Measure: AlertMeasure.Health } => "health check",
        ShareAlertPlan { Measure: AlertMeasure.Processor or AlertMeasure.Memory } => "reading",
        RestartsAlertPlan => "server",
        _ => "answer",
    };

    private static string Measured(AlertMeasure measure) => measure switch
    {
        AlertMeasure.Wrong => "of answers wrong",
        AlertMeasure.Health => "of health checks red",
        AlertMeasure.Processor => "of a processor used by one server",
        AlertMeasure.Memory => "of its memory held by one server",
    };

    private static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static NotSupportedException Unknown(AlertPlan rule) =>
        new($"Alert rule '{rule.Name}' is of kind '{rule.GetType().Name}', which has no words; add them.");
}
