using System.Collections.Immutable;
using System.Text;
using StagingHarness.Rehearsals;
using StagingHarness.Reporting.Formats;
using StagingHarness.Reporting.Runs;
using StagingHarness.Verdicts;

namespace StagingHarness.NUnit;

/// <summary>Files of a run that a test result carries: the journal, and the page of a run that did not pass, which is what somebody wants to read next.</summary>
internal static class RunAttachments
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <param name="result">The run and its verdict.</param>
    /// <param name="output">Is told when the page cannot be written: what the run has shown counts all the same.</param>
    /// <returns>Each file, and what it is.</returns>
    public static ImmutableArray<(string File, string What)> Of(RehearsalResult result, TextWriter output)
    {
        (string File, string What) journal = (result.Folder.Journal, "journal of the run");
        return result.Verdict.Outcome != Outcome.Passed && WritePage(result, output) is { } page ? [(page, "page of the run"), journal] : [journal];
    }

    private static string? WritePage(RehearsalResult result, TextWriter output)
    {
        var page = Path.Combine(result.Folder.Path, ReportFormats.FileName(ReportFormat.Html));
        try
        {
            File.WriteAllText(page, ReportFormats.Print(RunReport.Of(result.Verdict), ReportFormat.Html), Utf8);
            return page;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            output.WriteLine($"The page of the run cannot be written: {exception.Message}");
            return null;
        }
    }
}
