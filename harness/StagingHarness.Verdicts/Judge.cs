using System.Collections.Immutable;
using StagingHarness.Analysis.Causes;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Runs;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Verdicts.Comparisons;
using StagingHarness.Verdicts.Requirements;

namespace StagingHarness.Verdicts;

/// <summary>Computes the verdict of a run from its record, and from nothing else: the same record always gets the same one.</summary>
public static class Judge
{
    /// <summary>A missing piece makes the verdict inconclusive, never passed; the worst that was found wins.</summary>
    public static Verdict Assess(RunRecord record)
    {
        var analysis = RunAnalysis.Of(record);
        var expectations = ExpectationCheck.All(analysis);
        var requirements = RequirementCheck.All(analysis, expectations);
        var outcome = Weigh(analysis, expectations, requirements);
        var cause = CauseFinder.Find(analysis);
        return new Verdict
        {
            Outcome = outcome,
            Headline = Words.Headline(outcome, record.Plan.Intent),
            Sentence = Words.Sentence(outcome, analysis, [.. expectations.Where(expectation => !expectation.ReportOnly)], requirements, cause),
            Expectations = expectations,
            Requirements = requirements,
            Cause = cause,
            Comparison = ComparisonBuilder.Build(analysis),
            Analysis = analysis,
        };
    }

    private static Outcome Weigh(
        RunAnalysis analysis, ImmutableArray<ExpectationResult> expectations, ImmutableArray<RequirementResult> requirements)
    {
        if (NotARehearsal(analysis) is { } broken)
        {
            return broken;
        }

        if (requirements.Any(requirement => requirement.Undermines))
        {
            return Outcome.Inconclusive;
        }

        var worst = expectations.Where(expectation => !expectation.ReportOnly)
            .Select(expectation => expectation.Standing)
            .Concat(requirements.Select(requirement => requirement.Standing))
            .Max();
        return worst switch
        {
            Standing.Met => Outcome.Passed,
            Standing.Inconclusive => Outcome.Inconclusive,
            Standing.NotMet => Outcome.Failed,
        };
    }

    /// <summary>How the run broke off, when it did for a reason that says nothing about the system under test.</summary>
    private static Outcome? NotARehearsal(RunAnalysis analysis)
    {
        var failures = analysis.Record.Events.OfType<StepFailed>().Select(failed => failed.Kind).ToHashSet();
        if (failures.Contains(StepFailureKind.Internal))
        {
            return Outcome.InternalError;
        }

        return analysis.Ended?.Ending switch
        {
            RunEnding.InternalError => Outcome.InternalError,
            RunEnding.Aborted => Outcome.Aborted,
            RunEnding.EnvironmentFailed => Outcome.EnvironmentFailed,
            RunEnding.Completed or null => failures.Contains(StepFailureKind.Environment) ? Outcome.EnvironmentFailed : null,
        };
    }
}
