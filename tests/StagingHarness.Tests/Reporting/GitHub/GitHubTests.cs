using System.Text;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Reporting.GitHub;
using StagingHarness.Reporting.Runs;
using StagingHarness.TestKit.Records;
using StagingHarness.Verdicts;

namespace StagingHarness.Tests.Reporting.GitHub;

public sealed class GitHubTests
{
    [Test]
    public void Annotations_stand_at_lines_and_the_worst_come_first()
    {
        var lines = Annotate(ReportRuns.Failed).TrimEnd('\n').Split('\n');

        lines.Should().HaveCountLessThanOrEqualTo(Annotations.Most);
        lines[0].Should().MatchRegex(@"^::error file=[^:,]+,line=\d+,col=\d+,title=not met%3A E\d .*::wanted ");
    }

    [Test]
    public void Run_that_passed_has_none() => Annotate(ReportRuns.Passed).Should().BeEmpty();

    [Test]
    public void Line_feeds_and_signs_are_escaped()
    {
        var record = ReportRuns.Aborted.Change<RunEnded>(ended => ended with { Cause = "100 % broken\n::error::forged" });

        Annotate(record).Should().Contain("100 %25 broken").And.NotMatchRegex("(?m)^::error::forged");
    }

    [Test]
    public void Summary_that_is_too_long_loses_whole_sections_and_says_which()
    {
        var run = RunReport.Of(Judge.Assess(ReportRuns.Failed)).Run!;
        var whole = JobSummary.Fitted(run, JobSummary.Limit);
        var limit = Encoding.UTF8.GetByteCount(whole) - 1_000;

        var fitted = JobSummary.Fitted(run, limit);

        Encoding.UTF8.GetByteCount(fitted).Should().BeLessThanOrEqualTo(limit);
        whole.Should().NotContain("Left out");
        fitted.Should().Contain("Left out, so that the summary is shown at all: ").And.Contain("steps");
    }

    private static string Annotate(RunRecord record) => Annotations.Print(RunReport.Of(Judge.Assess(record)));
}
