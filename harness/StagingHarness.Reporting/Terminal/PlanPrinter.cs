using System.Collections.Immutable;
using System.Text;
using StagingHarness.Analysis.Alerts;
using StagingHarness.Analysis.Bounds;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Wording;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Alerts;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Reporting.Terminal;

/// <summary>A plan in words: every step with its number, every default shown.</summary>
public static class PlanPrinter
{
    /// <summary>Lines, each with its end.</summary>
    public static string Print(ScenarioPlan plan)
    {
        var text = new StringBuilder($"{plan.Name}: {plan.Title}\n");
        AppendFrame(text, plan);
        AppendSteps(text, "Steps", plan.Steps, plan);
        AppendSteps(text, "When a page goes out", plan.Runbook, plan);
        AppendSteps(text, "At the end of every run", plan.Closing, plan);
        AppendBounds(text, PlanBounds.Of(plan));
        AppendExpectations(text, plan);
        AppendEndState(text, plan);
        return text.ToString();
    }

    private static void AppendFrame(StringBuilder text, ScenarioPlan plan)
    {
        text.Append($"  scenario   {plan.File}, intent {Intent(plan)}, seed {FormattableString.Invariant($"{plan.Seed}")}\n");
        text.Append($"  overrides  {(plan.Overrides.IsEmpty ? "none" : string.Join(", ", plan.Overrides))}\n");
        if (!plan.OverrideFiles.IsEmpty)
        {
            text.Append($"  laid over  {string.Join(", ", plan.OverrideFiles)}\n");
        }

        foreach (var variable in plan.Variables)
        {
            text.Append($"  variable   {variable.Name} is '{variable.Value}'{(variable.IsGiven ? "" : ", its default")}\n");
        }

        text.Append($"  system     {plan.System.Name} ({plan.System.File})\n");
        foreach (var service in plan.Stage)
        {
            text.Append($"  stage      {Figures.Count(service.Instances, "instance")} of {service.Service}: {service.Version}\n");
        }

        if (plan.System.Provider is { } provider)
        {
            text.Append($"  provider   stand-in, audience {provider.Audience}, access tokens live {Figures.Seconds(provider.TokenLifetime)} (real time)\n");
        }

        text.Append($"  clock      {plan.Clock.Start} at the first request; one incident minute takes {Figures.Seconds(plan.Clock.Minute)} of real time\n");
        var traffic = plan.Traffic;
        var what = traffic.Arrivals?.Recording is null ? string.Join(", ", traffic.Requests) : Figures.Count(traffic.Requests.Length, "different request");
        text.Append(traffic.Arrivals is null ? $"  traffic    {traffic.WhenInWords()} (real time) to {traffic.Service}: " : $"  traffic    to {traffic.Service}, in real time, {traffic.WhenInWords()}: ")
            .Append($"{what}; with {Credentials(traffic)}; timeout {Figures.Seconds(traffic.Timeout)}, ")
            .Append(traffic.Generators is { } generators ? $"{Figures.Count(generators, "generator")}, " : "")
            .Append($"{Figures.Count(traffic.Connections, "connection")}, at most {traffic.TolerableDrops} dropped\n");
        if (traffic.Ledger is { } ledger)
        {
            text.Append($"  ledger     ids at '{ledger.IdPointer}' of '{ledger.List}'")
                .Append(ledger.NextPointer is { } next ? $", and of the pages that '{next}' leads to\n" : "\n");
        }

        text.Append($"  detection  {(plan.Alerting.PagedBy.Contains(AlertingPlan.Detection) ? "pages" : "tells, and pages nobody,")} when more than {plan.Detection.Background} of the answers are wrong; threshold ")
            .Append(FormattableString.Invariant($"{plan.Detection.Threshold:0.###E+0}\n"));
        AppendAlerts(text, plan.Alerting);
    }

    private static void AppendAlerts(StringBuilder text, AlertingPlan alerting)
    {
        foreach (var rule in alerting.Rules)
        {
            text.Append($"  alert      '{rule.Name}': {AlertWords.Rule(rule)}; with at least {Figures.Count(rule.MinimumSamples, AlertWords.Unit(rule))} ({rule.Place})\n");
        }

        if (!alerting.Calls.IsEmpty)
        {
            text.Append($"  pager      stand-in, called in the form of {Figures.Joined(alerting.Calls.Select(form => form.ToString().ToLowerInvariant()))}\n");
        }

        if (!alerting.Rules.IsEmpty)
        {
            text.Append($"  rules      evaluated every {alerting.Every} of incident time; {Figures.Quoted(alerting.PagedBy)} {(alerting.PagedBy.Length == 1 ? "pages" : "page")}\n");
        }
    }

    private static string Intent(ScenarioPlan plan) => (plan.Intent, plan.ProtectFrom) switch
    {
        (Scenarios.Plans.Intent.Reproduce, _) => "reproduce",
        (Scenarios.Plans.Intent.Protect, null) => "protect (the whole run)",
        (Scenarios.Plans.Intent.Protect, { } phase) => $"protect (from phase '{phase}' on)",
    };

    private static string Credentials(TrafficPlan traffic) =>
        traffic.Credentials.IsEmpty ? "no credentials" : Figures.Joined(traffic.Credentials);

    private static void AppendSteps(StringBuilder text, string title, IReadOnlyCollection<StepPlan> steps, ScenarioPlan plan)
    {
        if (steps.Count == 0)
        {
            return;
        }

        text.Append($"\n{title}\n");
        var width = plan.AllSteps().Max(step => step.Number.Length) + 2;
        foreach (var step in ParallelStepPlan.Flat(steps))
        {
            text.Append($"  {$"[{step.Number}]".PadRight(width)} {Start(step)}  {step.Sentence} ({Bounds(step)})\n");
            AppendGate(text, step, width);
        }
    }

    private static void AppendGate(StringBuilder text, StepPlan step, int width)
    {
        foreach (var expectation in (step as GateStepPlan)?.Expectations ?? [])
        {
            text.Append($"  {"".PadRight(width)}        {expectation.Number} {expectation.Name}: {Asked(expectation)}\n");
        }
    }

    private static string Start(StepPlan step) => step.Start is StepStart.AtTime at ? at.Time.ToString() : "     ";

    private static string Bounds(StepPlan step)
    {
        var minimum = step.Takes.Minutes > 0 ? $"takes {step.Takes} of incident time, then " : "";
        return $"{minimum}given up after {Figures.Seconds(step.Deadline)}{(step.Place is null ? "" : $"; {step.Place}")}";
    }

    private static void AppendBounds(StringBuilder text, PlanBounds bounds)
    {
        text.Append("\nAt best, counted from the first wrong answer when every answer is wrong (real time)\n");
        text.Append($"  detection  after {Figures.Seconds(bounds.Detection)}: {Figures.Count(bounds.WrongAnswers, "wrong answer")}\n");
        text.Append($"  page       after {Figures.Seconds(bounds.Page)}{(bounds.PagingRule is { } rule ? $", by rule '{rule}'" : "")}\n");
        text.Append(bounds is { Rollback: { } rollback, Runbook: { } runbook }
            ? $"  rollback   complete after {Figures.Seconds(rollback)}, of which the runbook prescribes {runbook} of incident time\n"
            : "  rollback   none: the runbook changes no version\n");
    }

    private static void AppendExpectations(StringBuilder text, ScenarioPlan plan)
    {
        text.Append("\nExpectations\n");
        foreach (var expectation in plan.Expectations)
        {
            text.Append($"  {expectation.Number} {expectation.Name} ({expectation.Place})\n");
            text.Append($"     {Asked(expectation)}\n");
            text.Append(expectation.ReportOnly ? "     only reported, decides nothing\n" : "");
        }
    }

    private static string Asked(ExpectationPlan expectation)
    {
        var where = ExpectationWords.Where(expectation);
        return $"{ExpectationWords.Wanted(expectation)}{(where.Length == 0 ? "" : $", {where}")}";
    }

    private static void AppendEndState(StringBuilder text, ScenarioPlan plan)
    {
        text.Append("\nEnd state\n");
        Append(text, "", plan.EndState.WithoutPage);
        if (!plan.Runbook.IsEmpty && !Same(plan.EndState.AfterRunbook, plan.EndState.WithoutPage))
        {
            Append(text, "after the runbook, ", plan.EndState.AfterRunbook);
        }

        var gates = plan.Steps.OfType<GateStepPlan>().Where(gate => gate.Otherwise != GateOtherwise.Continue);
        foreach (var gate in gates.Where(gate => !Same(gate.EndState, plan.EndState.WithoutPage)))
        {
            Append(text, $"if gate [{gate.Number}] refuses, ", gate.EndState);
        }
    }

    private static bool Same(ImmutableSortedDictionary<string, ServerVersion> one, ImmutableSortedDictionary<string, ServerVersion> other) =>
        one.SequenceEqual(other);

    private static void Append(StringBuilder text, string when, ImmutableSortedDictionary<string, ServerVersion> servers)
    {
        foreach (var same in servers
            .OrderBy(server => server.Key.Length).ThenBy(server => server.Key, StringComparer.Ordinal)
            .GroupBy(server => (Service: server.Key[..server.Key.LastIndexOf('-')], server.Value)))
        {
            text.Append($"  {when}{ServerNames.Of([.. same.Select(server => server.Key)])}: {same.Key.Value}\n");
        }
    }
}
