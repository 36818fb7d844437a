using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Alerts;
using StagingHarness.Scenarios.Documents.Expectations;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Plans.Alerts;
using StagingHarness.Scenarios.Units;
using StagingHarness.Scenarios.Validation;

namespace StagingHarness.Scenarios.Planning;

/// <summary>An alert rule can fire: its windows hold what it asks for, and whoever names a rule names one that there is.</summary>
internal static class AlertRules
{
    public static void Check(ValidationContext context)
    {
        // A system file that could not be read may well have the rule.
        var known = AlertPlanner.Laid(context.System?.Alerts?.Value ?? [], context.Scenario.Alerts?.Value ?? []).ToList();
        foreach (var rule in known)
        {
            CheckRule(context, rule);
        }

        if (context.System is not null)
        {
            CheckNames(context, [.. known.Select(rule => rule.Name.Value)]);
        }

        foreach (var expectation in Expected(context))
        {
            CheckExpectation(context, expectation, known);
        }
    }

    /// <summary>What the scenario and its gates expect of rules.</summary>
    private static IEnumerable<AlertExpectationDocument> Expected(ValidationContext context) => context.Expectations
        .Concat(WrittenSteps.Gates(context).SelectMany(gate => gate.Expect?.Value ?? []))
        .Select(expectation => expectation.Value)
        .OfType<AlertExpectationDocument>();

    private static void CheckRule(ValidationContext context, Named<AlertDocument> rule)
    {
        if (rule.Name.Value == AlertingPlan.Detection)
        {
            context.Findings.Report(
                FindingCode.NameReserved,
                rule.Name.Span,
                $"'{AlertingPlan.Detection}' is the detector that every run has.",
                "give the rule another name");
        }

        if (rule.Value?.Value is BurnRateAlertDocument { Condition.Value: { And: { } and, Over: { } over } } && and.Value.Minutes >= over.Value.Minutes)
        {
            context.Findings.Report(
                FindingCode.KeyDoesNotFit,
                and.Span,
                $"'and' is the short window, and {and.Value} is not shorter than the {over.Value} of 'over'.",
                "swap them, or take a shorter one: a twelfth of the long one is usual");
        }

        // With every answer wrong, the budget goes as fast as it can.
        if (rule.Value?.Value is BurnRateAlertDocument { Condition.Value: { Objective: { } objective, Above: { } above } }
            && above.Value * (1 - objective.Value.Value) >= 1 - 1e-9)
        {
            context.Findings.Report(
                FindingCode.AlertStarves,
                above.Span,
                $"rule '{rule.Name.Value}' could never fire: with an objective of {objective.Value}, not even wrong answers alone use up the budget {above.Value} times too fast.",
                "ask for a lower 'above', or a higher objective");
        }

        if (rule.Value?.Value is { } document && ShortestWindow(document) is { } window)
        {
            CheckSamples(context, rule.Name, document, window);
        }
    }

    /// <summary>The window in which it needs its samples; null where it does not count answers, or where it could not be read.</summary>
    private static Spanned<IncidentDuration>? ShortestWindow(AlertDocument rule) => rule switch
    {
        ShareAlertDocument { Measure: AlertMeasure.Wrong, Condition.Value.Over: { } over } => over,
        BurnRateAlertDocument { Condition.Value: { Over: { } over, And: { } and } } => and.Value.Minutes < over.Value.Minutes ? and : over,
        LatencyAlertDocument { Condition.Value: { Percentile: not null, Over: { } over } } => over,
        _ => null,
    };

    private static void CheckSamples(ValidationContext context, Spanned<string> name, AlertDocument rule, Spanned<IncidentDuration> window)
    {
        var needed = AlertPlanner.SamplesOf(rule);
        if (rule is LatencyAlertDocument { Samples: { } given } latency && latency.Condition.Given().Percentile.Given() is var percentile
            && given.Value < percentile.LeastSamples)
        {
            context.Findings.Report(
                FindingCode.TooFewForPercentile,
                given.Span,
                $"{given.Value} samples say nothing about {percentile}.",
                $"it needs {percentile.LeastSamples} at least: give as many, or remove 'samples'");
        }

        if (MostAnswers(context, ClockPlanner.Plan(context.Scenario).ToReal(window.Value)) is { } most && most < needed)
        {
            context.Findings.Report(
                FindingCode.AlertStarves,
                window.Span,
                $"rule '{name.Value}' wants {needed} samples, and at most {most} answers come in {window.Value} of this scenario's clock, so it could never fire.",
                $"ask for fewer ('samples'), look back further, raise '{(context.Recording is null ? "traffic.rate" : "traffic.replay.speed")}', or give the clock's minute more real time");
        }
    }

    /// <summary>In so much real time; null where nobody can tell: stretches and journeys may bring more than the rate says.</summary>
    private static long? MostAnswers(ValidationContext context, TimeSpan window) => context switch
    {
        { Recording: { } recording } =>
            new RecordingPlanner(recording, context.Scenario.Traffic.Given().Replay?.Value.Speed?.Value ?? Defaults.ReplaySpeed).MostWithin(window),
        { Scenario.Traffic.Value: { Rate: { } rate, Stretches: null, Replay: null, Journeys: null } } => (long)Math.Ceiling(window.TotalSeconds * rate.Value),
        _ => null,
    };

    private static void CheckNames(ValidationContext context, List<string> known)
    {
        foreach (var name in context.Scenario.Pager?.Value.By?.Value ?? [])
        {
            if (name.Value != AlertingPlan.Detection)
            {
                CheckKnown(context, name, known);
            }
        }

        foreach (var rule in Expected(context).Select(expectation => expectation.Alert?.Value.Rule))
        {
            if (rule is not null)
            {
                CheckKnown(context, rule, known);
            }
        }
    }

    private static void CheckKnown(ValidationContext context, Spanned<string> name, List<string> known)
    {
        if (!known.Contains(name.Value))
        {
            context.Findings.Report(
                FindingCode.UnknownAlert,
                name.Span,
                $"there is no alert rule '{name.Value}'.",
                known.Count == 0 ? "write it under 'alerts', here or in the system file" : NearestName.Hint(name.Value, known));
        }
    }

    private static void CheckExpectation(ValidationContext context, AlertExpectationDocument expectation, List<Named<AlertDocument>> known)
    {
        if (expectation.Alert?.Value is not { State: { } state } alert)
        {
            return;
        }

        if (state.Value == AlertWish.Silent)
        {
            Misfit(context, expectation.Within?.Span, "'within' does not fit 'state: silent'", "a silence has no moment; remove it");
            Misfit(context, expectation.Since?.Span, "'since' does not fit 'state: silent'", "a silence has no moment; remove it");
        }
        else
        {
            Misfit(context, expectation.Samples?.Span, "'samples' does not fit 'state: fired'", "a rule that fires has its samples; remove it");
            CheckSince(context, expectation);
            CheckInTime(context, expectation, known.Find(rule => rule.Name.Value == alert.Rule?.Value)?.Value?.Value);
        }
    }

    private static void CheckSince(ValidationContext context, AlertExpectationDocument expectation)
    {
        if (expectation is { Since: { } since, Within: null })
        {
            context.Findings.Report(
                FindingCode.SinceAlone, since.Span, "'since' stands without 'within', so nothing counts from there.", "add 'within', or remove 'since'");
        }
    }

    /// <summary>No rule fires sooner than it must be pending.</summary>
    private static void CheckInTime(ValidationContext context, AlertExpectationDocument expectation, AlertDocument? rule)
    {
        if (expectation.Within is not { } within || rule?.For is not { } pending)
        {
            return;
        }

        var clock = ClockPlanner.Plan(context.Scenario);
        if (clock.ToReal(within.Value) < clock.ToReal(pending.Value))
        {
            context.Findings.Report(
                FindingCode.PageTooEarly,
                within.Span,
                $"the rule is to fire sooner than the {pending.Value} for which it must be pending ('for').",
                "give it more time, or shorten 'for' of the rule");
        }
    }

    private static void Misfit(ValidationContext context, SourceSpan? span, string what, string hint)
    {
        if (span is not null)
        {
            context.Findings.Report(FindingCode.KeyDoesNotFit, span, $"{what}.", hint);
        }
    }
}
