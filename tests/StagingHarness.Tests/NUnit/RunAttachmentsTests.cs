using FluentAssertions;
using NUnit.Framework;
using StagingHarness.History.Runs;
using StagingHarness.NUnit;
using StagingHarness.Rehearsals;
using StagingHarness.TestKit.Files;
using StagingHarness.TestKit.Records;
using StagingHarness.Verdicts;

namespace StagingHarness.Tests.NUnit;

/// <summary>What a test result carries of its run.</summary>
public sealed class RunAttachmentsTests
{
    private static readonly TestCaseData[] NotPassed =
    [
        new TestCaseData(ReportRuns.Failed, "NOT SAFE") { TestName = "Run_that_failed_is_attached_with_its_page" },
        new TestCaseData(ReportRuns.Inconclusive, "INCONCLUSIVE") { TestName = "Run_that_is_inconclusive_is_attached_with_its_page" },
    ];

    [TestCaseSource(nameof(NotPassed))]
    public void Run_that_did_not_pass_is_attached_with_its_page(RunRecord record, string headline)
    {
        using var folder = new TemporaryFolder();
        using var output = new StringWriter();

        var attached = RunAttachments.Of(Result(record, folder.Path), output);

        attached.Select(one => (Path.GetFileName(one.File), one.What)).Should().Equal(("report.html", "page of the run"), ("journal.ndjson", "journal of the run"));
        File.ReadAllText(attached[0].File).Should().StartWith("<!DOCTYPE html>").And.Contain($"<title>{headline}: ");
        output.ToString().Should().BeEmpty();
    }

    [Test]
    public void Run_that_passed_is_attached_with_its_journal_alone()
    {
        using var folder = new TemporaryFolder();
        using var output = new StringWriter();

        var attached = RunAttachments.Of(Result(ReportRuns.Passed, folder.Path), output);

        attached.Select(one => Path.GetFileName(one.File)).Should().Equal("journal.ndjson");
        Directory.EnumerateFiles(folder.Path).Should().BeEmpty();
    }

    [Test]
    public void Page_that_cannot_be_written_is_told_and_costs_nothing_else()
    {
        using var folder = new TemporaryFolder();
        using var output = new StringWriter();

        var attached = RunAttachments.Of(Result(ReportRuns.Failed, Path.Combine(folder.Path, "gone")), output);

        attached.Select(one => Path.GetFileName(one.File)).Should().Equal("journal.ndjson");
        output.ToString().Should().StartWith("The page of the run cannot be written: ");
    }

    private static RehearsalResult Result(RunRecord record, string folder) => new(new RunFolder(folder), record, Judge.Assess(record));
}
