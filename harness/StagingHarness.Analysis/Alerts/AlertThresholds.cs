using System.Collections.Immutable;
using StagingHarness.Scenarios.Plans.Alerts;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Analysis.Alerts;

/// <summary>The same rule with other thresholds.</summary>
public static class AlertThresholds
{
    private static readonly ImmutableArray<double> Factors = [0.1, 0.2, 0.5, 1, 2, 5, 10];
    private static readonly ImmutableArray<int> Restarts = [0, 1, 2, 5];

    /// <summary>From a tenth of it to ten times as much, itself among them, in ascending order; of restarts, a few small numbers.</summary>
    public static ImmutableArray<AlertPlan> Around(AlertPlan rule) => rule switch
    {
        ShareAlertPlan share => [.. Factors.Where(factor => factor == 1 || share.Above.Value * factor < 1).Select(factor => share with { Above = new Share(share.Above.Value * factor) })],
        BurnRateAlertPlan burn => [.. Factors.Where(factor => factor == 1 || burn.Above * factor * (1 - burn.Objective.Value) < 1).Select(factor => burn with { Above = burn.Above * factor })],
        LatencyAlertPlan latency => [.. Factors.Select(factor => latency with { Above = latency.Above * factor })],
        RestartsAlertPlan restarts => [.. Restarts.Append(restarts.Above).Distinct().Order().Select(number => restarts with { Above = number })],
        AlertPlan unknown => throw new NotSupportedException($"Alert rule '{unknown.Name}' is of kind '{unknown.GetType().Name}', which has no thresholds; add them."),
    };
}
