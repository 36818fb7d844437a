using StagingHarness.Analysis.Detection;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Alerts;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Analysis.Bounds;

/// <summary>
/// What a plan can do at best, computed before anything runs: real time from the moment at which the first wrong answer was due, when
/// every answer is wrong and comes at once. A run is never faster.
/// </summary>
public sealed record PlanBounds
{
    /// <summary>After so many right answers the detector's statistic has long stood still.</summary>
    private const int LongBaseline = 100_000;

    /// <summary>Least number of wrong answers, one after the other, on which detection fires.</summary>
    public required int WrongAnswers { get; init; }

    /// <summary>The last of them is due, where requests come fastest.</summary>
    public required TimeSpan Detection { get; init; }

    /// <summary>
    /// The page goes out with the answer that detection fires on, where detection pages; a rule about wrong answers must have been pending for as
    /// long as it says, and one about something else may page at once.
    /// </summary>
    public required TimeSpan Page { get; init; }

    /// <summary>The rule that pages first at best; null where it is detection.</summary>
    public string? PagingRule { get; init; }

    /// <summary>
    /// What the runbook prescribes up to its last step that changes a version, on the incident's clock; null when it changes none, and nothing
    /// is ever rolled back.
    /// </summary>
    public required IncidentDuration? Runbook { get; init; }

    /// <summary>The page, and then the runbook on the scenario's clock; null without one.</summary>
    public required TimeSpan? Rollback { get; init; }

    public static PlanBounds Of(ScenarioPlan plan)
    {
        var wrong = FewestWrongAnswers(plan.Detection);
        var detection = new TrafficPace(plan.Traffic).LeastFor(wrong - 1);
        var (rule, page) = plan.Alerting.PagedBy.Select(PageOf).DefaultIfEmpty<(string? Rule, TimeSpan At)>((null, detection)).MinBy(one => one.At);
        IncidentDuration? runbook = RunbookOf(plan);
        return new PlanBounds
        {
            WrongAnswers = wrong,
            Detection = detection,
            Page = page,
            PagingRule = rule,
            Runbook = runbook,
            Rollback = runbook is { } duration ? page + plan.Clock.ToReal(duration) : null,
        };

        // What looks at anything but wrong answers may have been pending long before the first of them.
        (string? Rule, TimeSpan At) PageOf(string by) => plan.Alerting.Rule(by) switch
        {
            null => (null, detection),
            ShareAlertPlan { Measure: AlertMeasure.Wrong } or BurnRateAlertPlan => (by, plan.Clock.ToReal(plan.Alerting.Rule(by)!.For)),
            _ => (by, TimeSpan.Zero),
        };
    }

    /// <summary>
    /// After a long healthy time: right answers drive the statistic towards a limit from below, and the higher it stands the fewer wrong
    /// ones it needs.
    /// </summary>
    private static int FewestWrongAnswers(DetectionPlan plan)
    {
        var detector = new MixtureDetector(plan);
        var before = double.NaN;
        for (var answers = 0; answers < LongBaseline && detector.Statistic != before; answers++)
        {
            before = detector.Statistic;
            detector.Observe(right: true);
        }

        while (!detector.Observe(right: false))
        {
        }

        return (int)detector.Wrong;
    }

    private static IncidentDuration? RunbookOf(ScenarioPlan plan)
    {
        var last = plan.Runbook.ToList().FindLastIndex(step => step is VersionStepPlan);
        return last < 0 ? null : plan.Runbook.Take(last + 1).Aggregate(IncidentDuration.Zero, (sum, step) => sum + step.Takes);
    }
}
