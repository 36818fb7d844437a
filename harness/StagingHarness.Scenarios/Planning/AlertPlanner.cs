using System.Collections.Immutable;
using StagingHarness.Scenarios.Documents.Alerts;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Alerts;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Planning;

/// <summary>Makes plans of alert rules that have no findings.</summary>
internal static class AlertPlanner
{
    /// <param name="ofSystem">Rules of the system file.</param>
    /// <param name="ofScenario">Rules of the scenario; one takes the place of a rule of the same name.</param>
    /// <param name="pager">What pages; null where nothing is said.</param>
    /// <param name="clock">The incident's clock.</param>
    public static AlertingPlan Plan(
        IEnumerable<Named<AlertDocument>> ofSystem, IEnumerable<Named<AlertDocument>> ofScenario, PagerDocument? pager, ClockPlan clock)
    {
        return new AlertingPlan
        {
            Rules = [.. Laid(ofSystem, ofScenario).Select(Rule)],
            Every = Every(clock),
            LeastEvaluations = Defaults.AlertEvaluations,
            PagedBy = pager is null ? [AlertingPlan.Detection] : [.. pager.By.Given().Select(name => name.Value)],
            Calls = [.. (pager?.Calls?.Value ?? []).Select(form => form.Value)],
        };
    }

    /// <summary>The rules that count, those of the system first.</summary>
    public static IEnumerable<Named<AlertDocument>> Laid(IEnumerable<Named<AlertDocument>> ofSystem, IEnumerable<Named<AlertDocument>> ofScenario)
    {
        ImmutableArray<Named<AlertDocument>> own = [.. ofScenario];
        return [.. ofSystem.Where(rule => own.All(laid => laid.Name.Value != rule.Name.Value)), .. own];
    }

    public static int SamplesOf(AlertDocument rule) => rule.Samples?.Value ?? rule switch
    {
        ShareAlertDocument { Measure: AlertMeasure.Wrong } or BurnRateAlertDocument => Defaults.AlertAnswers,
        ShareAlertDocument { Measure: AlertMeasure.Health } => Defaults.AlertHealthChecks,
        ShareAlertDocument => Defaults.AlertReadings,
        LatencyAlertDocument latency => latency.Condition.Given().Percentile.Given().LeastSamples,
        RestartsAlertDocument => Defaults.AlertServers,
        _ => throw new InvalidOperationException($"Alert rule '{rule.GetType().Name}' has no plan."),
    };

    private static IncidentDuration Every(ClockPlan clock)
    {
        var least = clock.ToIncident(Defaults.AlertEveryAtLeast);
        return least.Minutes > Defaults.AlertEvery.Minutes ? least : Defaults.AlertEvery;
    }

    private static AlertPlan Rule(Named<AlertDocument> rule)
    {
        var name = rule.Name.Value;
        var place = rule.Name.Span.ToPlace();
        var document = rule.Value.Given();
        var pending = document.For?.Value ?? IncidentDuration.Zero;
        var samples = SamplesOf(document);
        return document switch
        {
            ShareAlertDocument share => new ShareAlertPlan
            {
                Name = name,
                Place = place,
                For = pending,
                MinimumSamples = samples,
                Measure = share.Measure,
                Above = share.Condition.Given().Above.Given(),
                Over = share.Condition.Given().Over.Given(),
            },
            BurnRateAlertDocument { Condition: var burn } => new BurnRateAlertPlan
            {
                Name = name,
                Place = place,
                For = pending,
                MinimumSamples = samples,
                Objective = burn.Given().Objective.Given(),
                Above = burn.Given().Above.Given(),
                Over = burn.Given().Over.Given(),
                And = burn.Given().And.Given(),
            },
            LatencyAlertDocument { Condition: var latency } => new LatencyAlertPlan
            {
                Name = name,
                Place = place,
                For = pending,
                MinimumSamples = samples,
                Percentile = latency.Given().Percentile.Given(),
                Above = latency.Given().Above.Given(),
                Over = latency.Given().Over.Given(),
            },
            RestartsAlertDocument { Condition: var restarts } => new RestartsAlertPlan
            {
                Name = name,
                Place = place,
                For = pending,
                MinimumSamples = samples,
                Above = restarts.Given().Above.Given(),
                Over = restarts.Given().Over.Given(),
            },
            _ => throw new InvalidOperationException($"Alert rule '{document.GetType().Name}' has no plan."),
        };
    }
}
