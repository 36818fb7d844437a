using StagingHarness.History.Runs;
using StagingHarness.Reporting.Html;
using StagingHarness.Reporting.Runs;
using StagingHarness.TestKit.Records;
using StagingHarness.Verdicts;

namespace StagingHarness.BrowserTests.Reports;

/// <summary>Pages of runs of each kind, as files.</summary>
internal static class ReportFile
{
    public static IEnumerable<string> Kinds => ["passed", "failed", "reproduced", "inconclusive", "aborted", "two-seconds", "unreadable", "suite"];

    /// <summary>Writes the page of a kind.</summary>
    /// <returns>Its address.</returns>
    public static string Write(string kind, string folder)
    {
        var path = Path.Combine(folder, $"{kind}.html");
        File.WriteAllText(path, Print(kind));
        return new Uri(path).AbsoluteUri;
    }

    private static string Print(string kind) => kind switch
    {
        "passed" => Print(ReportRuns.Passed),
        "failed" => Print(ReportRuns.Failed),
        "reproduced" => Print(ReportRuns.Reproduced),
        "inconclusive" => Print(ReportRuns.Inconclusive),
        "aborted" => Print(ReportRuns.Aborted),
        "two-seconds" => Print(ReportRuns.TwoSeconds),
        "unreadable" => HtmlPage.Print(Broken),
        "suite" => HtmlSuitePage.Print([Of(ReportRuns.Passed), Of(ReportRuns.Failed), Of(ReportRuns.TwoSeconds), Broken]),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of run."),
    };

    private static RunReport Broken => RunReport.Unreadable("broken-run", "Run 'broken-run' ended before its plan was written.");

    private static RunReport Of(RunRecord record) => RunReport.Of(Judge.Assess(record));

    private static string Print(RunRecord record) => HtmlPage.Print(Of(record));
}
