using System.Collections.Immutable;
using StagingHarness.Analysis.Detection;
using StagingHarness.Analysis.Ordering;
using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Wording;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans.Alerts;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Analysis.Expectations;

/// <summary>Looks for the page, and for proof that detection would have sent it.</summary>
internal static class PageEvaluator
{
    public static ExpectationResult Evaluate(PageExpectationPlan plan, RunAnalysis analysis)
    {
        var phases = PhaseSelection.Of(analysis, plan.Phases);
        var watched = new ExpectationSamples(
            "answer", WatchedAnswers(analysis, phases), plan.MinimumSamples, 0, ImmutableSortedDictionary<string, long>.Empty);
        var page = analysis.Record.Events.OfType<PageSent>().FirstOrDefault(sent => phases.Contains(sent.At));
        var fired = analysis.Record.Plan.Alerting.PagedBy.Contains(AlertingPlan.Detection)
            ? analysis.Record.Events.OfType<DetectionFired>().FirstOrDefault(detection => phases.Contains(detection.At))
            : null;
        var (standing, got, reason) = (plan.Expected, page, fired) switch
        {
            (true, { } sent, _) => Sent(plan, sent, analysis),
            (true, null, { }) => Silent("detection fired, but no page went out", Standing.NotMet, watched, phases, analysis),
            (true, null, null) => Silent("no page", Standing.NotMet, watched, phases, analysis),
            (false, { } sent, _) => (Standing.NotMet, $"a page at {At(sent, analysis)}: {sent.Summary}", null),
            (false, null, { } silent) => (Standing.NotMet, $"detection fired at {At(silent, analysis)}; the first wrong answer: {DetectionWords.First(silent, analysis)}", null),
            (false, null, null) => Silent("no page", Standing.Met, watched, phases, analysis),
        };
        return new ExpectationResult
        {
            Number = plan.Number,
            Name = plan.Name,
            Place = plan.Place,
            Standing = standing,
            ReportOnly = plan.ReportOnly,
            Wanted = ExpectationWords.Wanted(plan),
            Got = got,
            Samples = watched,
            Window = phases.Describe(),
            Reason = reason,
        };
    }

    private static (Standing Standing, string Got, string? Reason) Sent(PageExpectationPlan plan, PageSent sent, RunAnalysis analysis)
    {
        var when = $"a page at {At(sent, analysis)}{(sent.Rule is { } rule ? $" by alert '{rule}'" : "")}";
        if (sent.Rule is not null && !analysis.Record.Events.OfType<AlertChanged>()
            .Any(change => change.Rule == sent.Rule && change.To == AlertState.Firing && change.Sequence < sent.Sequence))
        {
            return (Standing.Inconclusive, when, "the journal does not hold that the rule fired before the page, so nothing shows what it was about");
        }

        if (sent.Rule is not null && plan.Within is null)
        {
            return (Standing.Met, when, null);
        }

        if (analysis.Record.Events.OfType<DetectionFired>().LastOrDefault(fired => fired.Sequence < sent.Sequence) is not { } cause)
        {
            return (Standing.Inconclusive, when, "the journal holds no detection before the page, so nothing shows what it was about");
        }

        var after = sent.At - cause.FirstWrongDue;
        var got = $"{when}, {Figures.Seconds(after)} (real time) after the first wrong answer was due";
        return (plan.Within is { } within && after > within ? Standing.NotMet : Standing.Met, got, null);
    }

    /// <summary>Silence means something only when detection was armed and fed, and when nothing is missing from the journal.</summary>
    private static (Standing Standing, string Got, string? Reason) Silent(
        string got, Standing otherwise, ExpectationSamples watched, PhaseSelection phases, RunAnalysis analysis)
    {
        var detects = analysis.Record.Plan.Alerting.PagedBy.Contains(AlertingPlan.Detection);
        var reason = (phases.WhyMissing, analysis.WhyIncomplete ?? WhyUnwatched(analysis, phases)) switch
        {
            ({ } missing, _) => missing,
            (null, { } incomplete) => incomplete,
            (null, null) when detects && (watched.Total == 0 || watched.Total < watched.Needed) =>
                $"detection was fed {Figures.Count(watched.Total, watched.Unit)} of at least {Figures.Count(Math.Max(1, watched.Needed))} needed",
            (null, null) => null,
        };
        return (reason is null ? otherwise : Standing.Inconclusive, $"{got} in {Figures.Count(watched.Total, watched.Unit)} that detection saw", reason);
    }

    /// <summary>Rules that page must have been evaluated on enough; null when they were, or when there is none.</summary>
    private static string? WhyUnwatched(RunAnalysis analysis, PhaseSelection phases)
    {
        var alerting = analysis.Record.Plan.Alerting;
        ImmutableArray<string> names = [.. alerting.PagedBy.Where(name => name != AlertingPlan.Detection)];
        if (!names.IsEmpty && !analysis.Record.Events.OfType<AlertWatchBegan>().Any())
        {
            return "the journal holds no beginning of the alert watch, so no rule was evaluated";
        }

        return names.Select(name => alerting.Rule(name) is { } rule ? WhyBlind(rule) : $"the plan has no alert rule '{name}'").FirstOrDefault(why => why is not null);

        string? WhyBlind(AlertPlan rule)
        {
            var silence = new RuleSilence(rule, phases, analysis);
            return silence.WhyBlind(alerting.LeastEvaluations) ?? silence.WhyUnproven;
        }
    }

    /// <summary>
    /// Answers to requests that were due while detection was armed: from each arming until it fires, a restart begins (which
    /// takes the servers out on purpose), or the traffic is stopped.
    /// </summary>
    private static long WatchedAnswers(RunAnalysis analysis, PhaseSelection phases)
    {
        var disarming = analysis.Steps.Begun
            .Where(trace => trace.Plan is RestartStepPlan or StopTrafficStepPlan)
            .Select(trace => trace.Started!.Sequence)
            .ToHashSet();
        var switches = analysis.Record.Events
            .Where(happened => happened is DetectionRearmed or DetectionFired || disarming.Contains(happened.Sequence))
            .ToImmutableArray();
        var watched = 0L;
        for (var index = 0; index < switches.Length; index++)
        {
            if (switches[index] is DetectionRearmed armed)
            {
                var until = switches[(index + 1)..].Select(later => later.At).DefaultIfEmpty(TimeSpan.MaxValue).Min();
                watched += DueIn(phases, analysis.SamplesByDue.Between(armed.At, until));
            }
        }

        return watched;
    }

    private static long DueIn(PhaseSelection phases, SampleRange samples)
    {
        var due = 0L;
        foreach (ref readonly var sample in samples)
        {
            due += phases.Contains(sample.Due) ? 1 : 0;
        }

        return due;
    }

    private static string At(JournalEvent happened, RunAnalysis analysis) =>
        $"{analysis.Clock.Show(happened.At)} (+{Figures.Seconds(happened.At)})";
}
