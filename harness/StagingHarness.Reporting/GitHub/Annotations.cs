using System.Globalization;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Reporting.Runs;
using StagingHarness.Verdicts;

namespace StagingHarness.Reporting.GitHub;

/// <summary>Workflow commands that show problems at the lines of a scenario; the service takes ten of a kind in a step.</summary>
public static class Annotations
{
    /// <summary>So many at most.</summary>
    public const int Most = 10;

    /// <summary>Lines with their ends, the worst first; empty when nothing is to be told.</summary>
    public static string Print(RunReport report)
    {
        if (report.Run is not { } run)
        {
            return Command("error", [("title", report.Name)], report.WhyUnreadable!);
        }

        return string.Concat(All(run).Take(Most));
    }

    private static IEnumerable<string> All(JudgedRun run)
    {
        if (run.WhyAborted is { } why)
        {
            yield return Command("error", [("file", run.Plan.File), ("title", $"ABORTED {run.Plan.Name}")], why);
        }

        if (!run.Verdict.Outcome.IsRehearsal())
        {
            yield return Command("error", [("file", run.Plan.File), ("title", $"{run.Verdict.Headline} {run.Plan.Name}")], run.Verdict.Sentence);
            yield break;
        }

        foreach (var one in run.Unmet)
        {
            yield return Command(
                one.Standing == Standing.NotMet ? "error" : "warning",
                [
                    ("file", one.Place.File),
                    ("line", one.Place.Line.ToString(CultureInfo.InvariantCulture)),
                    ("col", one.Place.Column.ToString(CultureInfo.InvariantCulture)),
                    ("title", $"{StandingWords.Of(one.Standing)}: {one.Number} {one.Name}"),
                ],
                one.Reason ?? $"wanted {one.Wanted}, got {one.Got}");
        }

        foreach (var one in run.Lacking)
        {
            yield return Command(
                one.Standing == Standing.NotMet ? "error" : "warning",
                [("file", run.Plan.File), ("title", $"{StandingWords.Of(one.Standing)}: required: {one.Name}")],
                one.Evidence);
        }
    }

    private static string Command(string kind, (string Name, string Value)[] properties, string message) =>
        $"::{kind} {string.Join(',', properties.Select(one => $"{one.Name}={Property(one.Value)}"))}::{Data(message)}\n";

    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
