using System.Collections.Immutable;
using StagingHarness.Analysis.Bounds;
using StagingHarness.Analysis.Causes;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Wording;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Verdicts.Requirements;

namespace StagingHarness.Verdicts;

/// <summary>The verdict in words.</summary>
internal static class Words
{
    public static string Headline(Outcome outcome, Intent intent) => (outcome, intent) switch
    {
        (Outcome.Passed, Intent.Reproduce) => "REPRODUCED",
        (Outcome.Passed, Intent.Protect) => "SAFE",
        (Outcome.Failed, Intent.Reproduce) => "NOT REPRODUCED",
        (Outcome.Failed, Intent.Protect) => "NOT SAFE",
        (Outcome.Inconclusive, _) => "INCONCLUSIVE",
        (Outcome.Aborted, _) => "ABORTED",
        (Outcome.EnvironmentFailed, _) => "ENVIRONMENT FAILED",
        (Outcome.InternalError, _) => "INTERNAL ERROR",
    };

    public static string Sentence(
        Outcome outcome,
        RunAnalysis analysis,
        ImmutableArray<ExpectationResult> expectations,
        ImmutableArray<RequirementResult> requirements,
        SuspectedCause? cause)
    {
        return outcome switch
        {
            Outcome.Passed => Passed(analysis, expectations),
            Outcome.Failed => Worst(Standing.NotMet, expectations, requirements) + Suspicion(cause),
            Outcome.Inconclusive => requirements.FirstOrDefault(requirement => requirement.Undermines) is { } undermining
                ? Lacking(undermining)
                : Worst(Standing.Inconclusive, expectations, requirements),
            Outcome.Aborted => $"The run did not go through: {Cause(analysis)}.",
            Outcome.EnvironmentFailed => $"The stage could not be built or kept up: {Cause(analysis)}.",
            Outcome.InternalError => $"The harness itself broke: {Cause(analysis)}.",
        };
    }

    private static string Passed(RunAnalysis analysis, ImmutableArray<ExpectationResult> expectations)
    {
        var met = $"All {Figures.Count(expectations.Length, "expectation")} met on {Figures.Count(analysis.Outcomes.Total.Total, "request")}";
        var wrong = analysis.Outcomes.Total.Wrong;
        return (analysis.Outages.Longest, wrong) switch
        {
            (null, _) => $"{met}; wrong answers: {NoneBound.Text(analysis.Outcomes.Total.Total)}.",
            ({ } outage, _) => $"{met}; {Figures.Count(wrong)} wrong answers, longest outage {Figures.Seconds(outage.Length)} of real time.",
        };
    }

    /// <summary>What the scenario asked for speaks before what every run needs; the first of them names the reason.</summary>
    private static string Worst(
        Standing standing, ImmutableArray<ExpectationResult> expectations, ImmutableArray<RequirementResult> requirements)
    {
        var unmet = expectations.Where(expectation => expectation.Standing == standing).ToArray();
        var lacking = requirements.Where(requirement => requirement.Standing == standing).ToArray();
        if (lacking.FirstOrDefault(requirement => requirement.SpeaksFirst) is { } decisive)
        {
            return Lacking(decisive);
        }

        return (unmet, lacking) switch
        {
            ([var only], _) => $"{Say(only)}.",
            ([var first, .. var others], _) => $"{Say(first)}; {Figures.Count(others.Length, "other expectation")} likewise.",
            ([], [var only]) => Lacking(only),
            ([], [var first, .. var others]) => $"{Lacking(first)} {Figures.Count(others.Length, "other requirement")} likewise.",
            ([], []) => "Nothing says why.",
        };
    }

    private static string Say(ExpectationResult expectation) => expectation.Standing switch
    {
        Standing.Met => $"{expectation.Number} '{expectation.Name}' is met",
        Standing.NotMet => $"{expectation.Number} '{expectation.Name}' is not met: wanted {expectation.Wanted}, got {expectation.Got}",
        Standing.Inconclusive => $"{expectation.Number} '{expectation.Name}' could not be measured: {expectation.Reason}",
    };

    private static string Suspicion(SuspectedCause? cause) => cause switch
    {
        { Library: { } library } =>
            $" Suspected: {library.Name} {library.Wanted} is wanted, and {(library.Present.IsEmpty ? "not carried" : $"{Figures.Joined(library.Present)} is present")}.",
        { Family: { } family } => $" Suspected: {CauseWords.Of(family)}.",
        { Facet: { } facet } => $" Suspected of the provider: {CauseWords.Of(facet)}.",
        _ => "",
    };

    /// <summary>The name of a requirement reads as if it held: what it lacks is said first.</summary>
    private static string Lacking(RequirementResult requirement)
    {
        var lacking = requirement.Standing switch
        {
            Standing.Met => "Met",
            Standing.NotMet => "Not met",
            Standing.Inconclusive => "Not shown",
        };
        return $"{lacking}: '{requirement.Name}'; {FirstLine(requirement.Evidence)}.";
    }

    private static string Cause(RunAnalysis analysis)
    {
        var failed = analysis.Record.Events.OfType<StepFailed>().FirstOrDefault();
        var cause = analysis.Ended?.Cause ?? (failed is null ? "no cause is given" : $"step [{failed.Step}] failed: {failed.Reason}");
        return FirstLine(cause);
    }

    /// <summary>Without the words that lead over to the lines behind it.</summary>
    private static string FirstLine(string text)
    {
        const string Quoting = "Its last output:";
        var line = text.Split('\n')[0].TrimEnd('\r', ' ');
        return (line.EndsWith(Quoting, StringComparison.Ordinal) ? line[..^Quoting.Length] : line).TrimEnd('.', ' ');
    }
}
