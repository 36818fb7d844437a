using System.Text.Json.Serialization;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Plans.Alerts;

/// <summary>
/// An alert rule as people write them for production. Its windows are on the incident's clock, so that they scale with the scenario's
/// <c>clock</c>; shares, latencies and numbers of samples are as measured, and do not.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ShareAlertPlan), "share")]
[JsonDerivedType(typeof(BurnRateAlertPlan), "burn-rate")]
[JsonDerivedType(typeof(LatencyAlertPlan), "latency")]
[JsonDerivedType(typeof(RestartsAlertPlan), "restarts")]
public abstract record AlertPlan
{
    private protected AlertPlan()
    {
    }

    public required string Name { get; init; }

    public required SourcePlace Place { get; init; }

    /// <summary>The window that it looks back on; of two, the longer one.</summary>
    public required IncidentDuration Over { get; init; }

    /// <summary>How long it must be so without a break before the rule fires.</summary>
    public required IncidentDuration For { get; init; }

    /// <summary>Samples that a window needs, to say anything.</summary>
    public required int MinimumSamples { get; init; }
}
