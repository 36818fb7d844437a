using System.Text.Json;
using System.Xml.Linq;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.History.Events;
using StagingHarness.History.Journal;
using StagingHarness.History.Runs;
using StagingHarness.Reporting.Formats;
using StagingHarness.Reporting.Runs;
using StagingHarness.TestKit.Fakes;
using StagingHarness.TestKit.Files;
using StagingHarness.TestKit.Plans;
using StagingHarness.Verdicts;

namespace StagingHarness.Tests.Reporting.Formats;

/// <summary>A run that was killed leaves a journal that ends anywhere.</summary>
public sealed class CutJournalTests
{
    /// <summary>
    /// What a report shows depends on the whole lines alone, and on whether something follows them. So each line is cut before its first
    /// byte, behind it, in its middle and before its end; the last one at every byte.
    /// </summary>
    [Test]
    public void Journal_that_is_cut_anywhere_gives_every_report_and_is_marked_as_aborted()
    {
        using var folder = new TemporaryFolder();
        using var stage = new FakeStage();
        var run = new RunFolder(folder.Path);
        stage.Run(new PlanBuilder().Build(), run);
        var journal = File.ReadAllBytes(run.Journal);
        var cuts = Cuts(journal).ToArray();
        cuts.Should().HaveCountGreaterThan(100);

        foreach (var cut in cuts)
        {
            File.WriteAllBytes(run.Journal, journal[..cut]);
            Check(Read(run), isWhole: cut == journal.Length, $"cut at byte {cut} of {journal.Length}");
        }
    }

    private static IEnumerable<int> Cuts(byte[] journal)
    {
        var begin = 0;
        while (begin < journal.Length)
        {
            var end = Array.IndexOf(journal, (byte)'\n', begin);
            foreach (var cut in end + 1 == journal.Length
                ? Enumerable.Range(begin, end + 2 - begin)
                : new[] { begin, begin + 1, (begin + end) / 2, end })
            {
                yield return cut;
            }

            begin = end + 1;
        }
    }

    private static RunReport Read(RunFolder folder)
    {
        try
        {
            return RunReport.Of(Judge.Assess(RunReader.Read(folder)));
        }
        catch (UnreadableRunException exception)
        {
            return RunReport.Unreadable("small", exception.Message);
        }
    }

    private static void Check(RunReport report, bool isWhole, string because)
    {
        (report.Run is { } run && run.WhyAborted is null).Should().Be(isWhole, because);
        (report.Run?.Record.Events[^1] is RunEnded).Should().Be(isWhole, because);
        var html = ReportFormats.Print(report, ReportFormat.Html);
        html.Contains("<strong>ABORTED</strong>", StringComparison.Ordinal).Should().Be(!isWhole, because);
        html.Should().EndWith("</html>\n");
        ReportFormats.Print(report, ReportFormat.Markdown).Contains("**ABORTED**", StringComparison.Ordinal).Should().Be(!isWhole, because);
        ReportFormats.Print(report, ReportFormat.Postmortem).Contains("**ABORTED**", StringComparison.Ordinal).Should().Be(!isWhole, because);
        XDocument.Parse(ReportFormats.Print(report, ReportFormat.Junit)).Descendants("testcase").First().Elements("error").Any().Should().Be(!isWhole, because);
        using var ctrf = JsonDocument.Parse(ReportFormats.Print(report, ReportFormat.Ctrf));
        using var json = JsonDocument.Parse(ReportFormats.Print(report, ReportFormat.Json));
        (json.RootElement.GetProperty("aborted").ValueKind == JsonValueKind.Null).Should().Be(isWhole, because);
        ReportFormats.Print(report, ReportFormat.OpenMetrics).Should().EndWith("# EOF\n");
        ReportFormats.Print(report, ReportFormat.GitHub).Should().NotBeEmpty();
    }
}
