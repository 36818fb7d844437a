using System.Text;
using StagingHarness.Analysis.Alerts;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Generators;
using StagingHarness.Analysis.Wording;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Verdicts;
using StagingHarness.Verdicts.Requirements;

namespace StagingHarness.Reporting.Terminal;

/// <summary>The end of the output, which answers everything: verdict, why, what was not met, what to suspect, how to repeat it.</summary>
public static class LastBlock
{
    /// <summary>Lines, each with its end; the first one begins with the headline of the verdict.</summary>
    /// <param name="verdict">What was decided.</param>
    /// <param name="record">What it was decided on.</param>
    /// <param name="runFolder">Path of the run folder, as it is to be shown.</param>
    /// <param name="style">How it may look.</param>
    public static string Print(Verdict verdict, RunRecord record, string runFolder, TerminalStyle style)
    {
        var plan = record.Plan;
        var text = new StringBuilder();
        text.Append($"{Painted(verdict, style)}  {plan.Name}: {plan.Title}\n{verdict.Sentence}\n");
        text.Append($"Engine {EngineLine.Of(record.Start)}\n");
        Append(text, "Not met", verdict, Standing.NotMet);
        if (verdict.Outcome.IsRehearsal())
        {
            Append(text, "Inconclusive", verdict, Standing.Inconclusive);
        }
        else
        {
            AppendCause(text, record);
        }

        AppendReported(text, verdict);

        // What a run that broke off has shown is no result, and must not look like one.
        if (verdict.Outcome.IsRehearsal() && verdict.Cause is { } cause)
        {
            text.Append($"\n{CausePrinter.Print(cause)}");
        }

        if (verdict.Outcome.IsRehearsal() && verdict.Comparison is { } comparison)
        {
            text.Append($"\n{ComparisonPrinter.Print(comparison, style)}");
        }

        if (verdict.Outcome.IsRehearsal())
        {
            text.Append(MixedPrinter.Print(verdict.Analysis, style));
        }

        var deciding = verdict.Expectations.Where(expectation => !expectation.ReportOnly).ToArray();
        var met = deciding.Count(expectation => expectation.Standing == Standing.Met);
        var fulfilled = verdict.Requirements.Count(requirement => requirement.Standing == Standing.Met);
        text.Append(verdict.Outcome.IsRehearsal()
            ? $"\nexpectations  {met} of {Figures.Count(deciding.Length)} met\nrequirements  {fulfilled} of {Figures.Count(verdict.Requirements.Length)} met\n"
            : "\nexpectations  not judged\n");
        foreach (var decided in record.Events.OfType<GateDecided>())
        {
            text.Append($"gate          {GateWords.Of(decided)["gate ".Length..]}\n");
        }

        if (LedgerReadBack.Of(verdict.Analysis) is { } ledger)
        {
            text.Append($"ledger        {ledger}\n");
        }

        if (verdict.Outcome.IsRehearsal() && GeneratorFigures.Of(verdict.Analysis) is { } figures)
        {
            text.Append($"sent late     {GeneratorWords.OfSending(figures)}\n");
        }

        if (verdict.Outcome.IsRehearsal() && BlindRules.Of(record) is { IsEmpty: false } blind)
        {
            text.Append($"alerts        {Figures.Quoted(blind)} had too few samples at every evaluation, and could not fire\n");
        }

        foreach (var same in BrowserEndings.Of(record.Events))
        {
            text.Append($"browser       {same}{(same.First.Seen.Length == 0 ? "" : $"; first seen: '{same.First.Seen}'")}\n");
        }

        text.Append($"repeat        {RepeatCommand.Of(plan, record.Start.Engine)}\n");
        text.Append($"run folder    {runFolder}\n");
        return text.ToString();
    }

    /// <summary>
    /// All of the cause, with the output that it quotes. What could not be measured follows from it, and is not listed.
    /// </summary>
    private static void AppendCause(StringBuilder text, RunRecord record)
    {
        var lines = (record.Events.OfType<RunEnded>().LastOrDefault()?.Cause ?? "").TrimEnd().ReplaceLineEndings("\n").Split('\n');
        if (lines.Length > 1)
        {
            text.Append($"\n{string.Join('\n', lines)}\n");
        }
    }

    private static string Painted(Verdict verdict, TerminalStyle style) => verdict.Outcome switch
    {
        Outcome.Passed => Ink.Green(verdict.Headline, style),
        Outcome.Failed => Ink.Red(verdict.Headline, style),
        Outcome.Inconclusive => Ink.Yellow(verdict.Headline, style),
        Outcome.Aborted => Ink.Yellow(verdict.Headline, style),
        Outcome.EnvironmentFailed => Ink.Red(verdict.Headline, style),
        Outcome.InternalError => Ink.Red(verdict.Headline, style),
    };

    private static void Append(StringBuilder text, string title, Verdict verdict, Standing standing)
    {
        var expectations = verdict.Expectations.Where(expectation => expectation.Standing == standing && !expectation.ReportOnly).ToArray();
        var requirements = verdict.Requirements.Where(requirement => requirement.Standing == standing).ToArray();
        if (expectations.Length + requirements.Length == 0)
        {
            return;
        }

        text.Append($"\n{title}\n");
        foreach (var expectation in expectations)
        {
            Append(text, expectation);
        }

        foreach (var requirement in requirements)
        {
            Append(text, requirement);
        }
    }

    /// <summary>All that was only to be reported, however it stands: that is what it was asked for.</summary>
    private static void AppendReported(StringBuilder text, Verdict verdict)
    {
        var reported = verdict.Expectations.Where(expectation => expectation.ReportOnly).ToArray();
        if (reported.Length == 0 || !verdict.Outcome.IsRehearsal())
        {
            return;
        }

        text.Append("\nOnly reported (decides nothing)\n");
        foreach (var expectation in reported)
        {
            Append(text, expectation);
        }
    }

    private static string Stands(ExpectationResult expectation) => (expectation.ReportOnly, expectation.Standing) switch
    {
        (false, _) => "",
        (true, Standing.Met) => ": met",
        (true, Standing.NotMet) => ": not met",
        (true, Standing.Inconclusive) => ": inconclusive",
    };

    private static void Append(StringBuilder text, ExpectationResult expectation)
    {
        text.Append($"  {expectation.Number} {expectation.Name} ({expectation.Place}){Stands(expectation)}\n");
        text.Append($"     wanted   {expectation.Wanted}\n");
        text.Append($"     got      {expectation.Got}\n");
        text.Append($"     samples  {expectation.Samples}\n");
        text.Append($"     window   {expectation.Window}\n");
        if (expectation.Reason is { } reason)
        {
            text.Append($"     why      {reason}\n");
        }
    }

    /// <summary>Evidence may hold the last output of an instance: its lines stay lines.</summary>
    private static void Append(StringBuilder text, RequirementResult requirement) =>
        text.Append($"  required: {requirement.Name}\n     found    {requirement.Evidence.TrimEnd().ReplaceLineEndings("\n              ")}\n");
}
