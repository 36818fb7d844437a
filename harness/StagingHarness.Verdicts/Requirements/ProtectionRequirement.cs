using System.Collections.Immutable;
using StagingHarness.Analysis.Detection;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Phases;
using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Wording;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Plans.Expectations.Quantifiers;

namespace StagingHarness.Verdicts.Requirements;

/// <summary>
/// A safe upgrade raises no alarm, needs no on-call team and loses no request, from the phase on that the scenario protects. What an
/// expectation says of all answers of a phase stands; in all other phases every answer must be right.
/// </summary>
internal sealed class ProtectionRequirement : Requirement
{
    public override string Name => "nothing breaks while protected";

    protected override RequirementResult Examine(RunAnalysis analysis, ImmutableArray<ExpectationResult> expectations)
    {
        var plan = analysis.Record.Plan;
        var from = plan.ProtectFrom is { } phase ? analysis.Timeline.Find(phase)?.From : TimeSpan.Zero;
        if (from is not { } begin)
        {
            return Inconclusive($"phase '{plan.ProtectFrom}', from which on nothing may break, never began");
        }

        var alarm = analysis.Record.Events.FirstOrDefault(happened => happened is DetectionFired or PageSent && happened.At >= begin);
        var runbook = plan.ProtectFrom is null ? analysis.Steps.Begun.FirstOrDefault(trace => plan.Runbook.Contains(trace.Plan)) : null;
        return (alarm, runbook) switch
        {
            (DetectionFired fired, _) => NotMet(
                $"detection fired at {analysis.Clock.Show(fired.At)} (+{Figures.Seconds(fired.At)}): {Figures.PartOf(fired.Wrong, fired.Seen)} answers were wrong; "
                + $"the first: {DetectionWords.First(fired, analysis)}"),
            (PageSent sent, _) => NotMet($"a page went out at {analysis.Clock.Show(sent.At)} (+{Figures.Seconds(sent.At)}): {sent.Summary}"),
            _ when UnaskedWrong(analysis, begin) is { } lost => NotMet(lost),
            (_, { } begun) => NotMet($"the runbook was needed: {begun} began"),
            (_, null) => Met(plan.ProtectFrom is null ? "none in the whole run" : $"none since phase '{plan.ProtectFrom}' began"),
        };
    }

    private static string? UnaskedWrong(RunAnalysis analysis, TimeSpan begin)
    {
        var asked = analysis.Record.Plan.Expectations.OfType<AnswersExpectationPlan>()
            .Where(SpeaksOfAll)
            .SelectMany(expectation => expectation.Phases).Distinct()
            .Select(analysis.Timeline.Find).OfType<Phase>().ToArray();
        var wrong = 0L;
        TimeSpan? first = null;
        foreach (ref readonly var sample in analysis.SamplesByDue)
        {
            if (!sample.Right && IsUnasked(analysis.Late.MomentOf(sample), begin, asked))
            {
                wrong++;
                first ??= sample.Due;
            }
        }

        return first is { } due
            ? $"{Figures.Count(wrong, "answer")} wrong in phases that no expectation asks about, first at {analysis.Clock.Show(due)} (+{Figures.Seconds(due)})"
            : null;
    }

    private static bool IsUnasked(TimeSpan moment, TimeSpan begin, Phase[] asked) => moment >= begin && !asked.Any(phase => phase.Contains(moment));

    /// <summary>One that only reports, that looks at some of the requests, or that asks for a few of them, says nothing of the rest.</summary>
    private static bool SpeaksOfAll(AnswersExpectationPlan expectation) =>
        !expectation.ReportOnly && expectation.Of.IsAll() && expectation.Quantifier is (ShareQuantifier or AlwaysQuantifier);
}
