using System.Collections.Immutable;
using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Wording;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans;

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
        var fired = analysis.Record.Events.OfType<DetectionFired>().FirstOrDefault(detection => phases.Contains(detection.At));
        var (standing, got, reason) = (plan.Expected, page, fired) switch
        {
            (true, { } sent, _) => Sent(plan, sent, analysis),
            (true, null, { }) => Silent("detection fired, but no page went out", Standing.NotMet, watched, phases, analysis),
            (true, null, null) => Silent("no page", Standing.NotMet, watched, phases, analysis),
            (false, { } sent, _) => (Standing.NotMet, $"a page at {At(sent, analysis)}: {sent.Summary}", null),
            (false, null, { } silent) => (Standing.NotMet, $"detection fired at {At(silent, analysis)}", null),
            (false, null, null) => Silent("no page", Standing.Met, watched, phases, analysis),
        };
        return new ExpectationResult
        {
            Number = plan.Number,
            Name = plan.Name,
            Place = plan.Place,
            Standing = standing,
            Wanted = Wanted(plan),
            Got = got,
            Samples = watched,
            Window = phases.Describe(),
            Reason = reason,
        };
    }

    private static string Wanted(PageExpectationPlan plan) => (plan.Expected, plan.Within) switch
    {
        (false, _) => "no page",
        (true, null) => "a page",
        (true, { } within) => $"a page within {Figures.Seconds(within)} (real time) of the first wrong answer",
    };

    private static (Standing Standing, string Got, string? Reason) Sent(PageExpectationPlan plan, PageSent sent, RunAnalysis analysis)
    {
        var when = $"a page at {At(sent, analysis)}";
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
        var reason = (phases.WhyMissing, analysis.WhyIncomplete) switch
        {
            ({ } missing, _) => missing,
            (null, { } incomplete) => incomplete,
            (null, null) when watched.Total == 0 || watched.Total < watched.Needed =>
                $"detection was fed {Figures.Count(watched.Total, watched.Unit)} of at least {Figures.Count(Math.Max(1, watched.Needed))} needed",
            (null, null) => null,
        };
        return (reason is null ? otherwise : Standing.Inconclusive, $"{got} in {Figures.Count(watched.Total, watched.Unit)} that detection saw", reason);
    }

    /// <summary>Answers that came while detection was armed: from the first request until it fires, and again from each rearming.</summary>
    private static long WatchedAnswers(RunAnalysis analysis, PhaseSelection phases)
    {
        var switches = analysis.Record.Events.Where(happened => happened is TrafficStarted or DetectionFired or DetectionRearmed).ToImmutableArray();
        return analysis.SamplesByDue.LongCount(sample =>
            phases.Contains(sample.Due) && switches.LastOrDefault(change => change.At <= sample.Done) is not (null or DetectionFired));
    }

    private static string At(JournalEvent happened, RunAnalysis analysis) =>
        $"{analysis.Clock.Show(happened.At)} (+{Figures.Seconds(happened.At)})";
}
