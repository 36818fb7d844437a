using FluentAssertions;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;
using StagingHarness.Cli.Live;
using StagingHarness.History.Events;
using StagingHarness.History.Journal;
using StagingHarness.History.Runs;
using StagingHarness.History.Samples;
using StagingHarness.Reporting.Runs;
using StagingHarness.TestKit.Files;
using StagingHarness.TestKit.Records;
using StagingHarness.Verdicts;

namespace StagingHarness.Tests.Cli.Live;

public sealed class LiveRunTests
{
    [Test]
    public void Page_shows_what_has_happened_so_far_and_the_verdict_only_at_the_end()
    {
        using var folder = new TemporaryFolder();
        var record = ReportRuns.Failed.Visited(500, 10);
        var live = new LiveRun(new FakeTimeProvider());
        live.Print().Should().Contain("RUNNING").And.Contain("nothing was started yet");
        live.Begin(record.Plan, folder.Path);
        live.Print().Should().Contain(record.Plan.Name).And.Contain("artifacts are prepared");
        var run = new RunFolder(Path.Combine(folder.Path, record.Start.RunId));
        Directory.CreateDirectory(run.Path);
        using var samples = new SampleFileWriter(run.Samples);
        samples.Append(record.Samples.AsSpan());
        samples.Flush();
        var at = TimeSpan.Zero;
        using (var journal = new JournalWriter(run.Journal, () => at, live.OnEvent))
        {
            foreach (var happened in record.Events.TakeWhile(happened => happened.At < TimeSpan.FromSeconds(11)))
            {
                at = happened.At;
                journal.Append(happened);
            }

            var page = live.Print();

            page.Should().Contain("<meta http-equiv=\"refresh\" content=\"2\">").And.Contain("RUNNING").And.Contain("<svg viewBox=").And.Contain("Now: step ");
            page.Should().Contain("page answered 500", "that has happened").And.NotContain("ABORTED").And.NotContain("NOT REPRODUCED").And.NotContain("INCONCLUSIVE");
        }

        live.End(RunReport.Of(Judge.Assess(record)));

        live.Print().Should().Contain(Judge.Assess(record).Headline).And.NotContain("http-equiv=\"refresh\"").And.NotContain("RUNNING");
    }

    [Test]
    public void Run_that_cannot_be_read_yet_is_told_by_what_it_does()
    {
        using var folder = new TemporaryFolder();
        var live = new LiveRun(new FakeTimeProvider());
        live.Begin(ReportRuns.Failed.Plan, folder.Path);
        live.OnEvent(ReportRuns.Failed.Start);
        live.OnEvent(new StepStarted { Step = "1", Sentence = "Start the <stage>" });

        live.Print().Should().Contain("Now: step 1: Start the &lt;stage&gt;.");
    }

    [Test]
    public void Page_that_takes_long_to_make_is_not_made_for_every_reader()
    {
        using var folder = new TemporaryFolder();
        var live = new LiveRun(new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromSeconds(1) });
        live.Print().Should().Contain("nothing was started yet");
        live.Begin(ReportRuns.Failed.Plan, folder.Path);

        var pages = Enumerable.Range(0, 10).Select(_ => live.Print()).ToList();

        pages[0].Should().Contain("nothing was started yet");
        pages[^1].Should().Contain("artifacts are prepared");
        live.End(RunReport.Of(Judge.Assess(ReportRuns.Failed)));
        live.Print().Should().Contain(Judge.Assess(ReportRuns.Failed).Headline, "the end is shown at once");
    }
}
