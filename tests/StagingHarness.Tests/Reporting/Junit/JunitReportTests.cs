using System.Xml.Linq;
using System.Xml.Schema;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Reporting.Junit;
using StagingHarness.Reporting.Runs;
using StagingHarness.TestKit.Files;
using StagingHarness.TestKit.Records;
using StagingHarness.Verdicts;

namespace StagingHarness.Tests.Reporting.Junit;

public sealed class JunitReportTests
{
    private static IEnumerable<TestCaseData> Runs =>
    [
        new TestCaseData(ReportRuns.Passed, 0, 0).SetArgDisplayNames("passed"),
        new TestCaseData(ReportRuns.Aborted, 0, 1).SetArgDisplayNames("aborted"),
    ];

    [TestCaseSource(nameof(Runs))]
    public void Run_has_so_many_failures_and_errors(RunRecord record, int failures, int errors)
    {
        var suite = Parse(record).Descendants("testsuite").Single();

        ((int)suite.Attribute("failures")!, (int)suite.Attribute("errors")!).Should().Be((failures, errors));
    }

    [Test]
    public void What_was_measured_is_a_failure_and_what_was_not_an_error()
    {
        var report = Parse(ReportRuns.Failed);

        report.Descendants("failure").Should().Contain(one => ((string)one.Attribute("message")!).StartsWith("wanted ", StringComparison.Ordinal));
        Parse(ReportRuns.Inconclusive).Descendants("error").Should().NotBeEmpty();
        Parse(ReportRuns.Inconclusive).Descendants("failure").Should().BeEmpty();
    }

    [Test]
    public void Nothing_is_a_failure_where_the_run_as_such_proves_nothing()
    {
        var report = Parse(ReportRuns.FailedAndUndermined);

        report.Descendants("failure").Should().BeEmpty();
        report.Descendants("error").Should().Contain(one => ((string)one.Attribute("message")!).StartsWith("wanted ", StringComparison.Ordinal));
    }

    [Test]
    public void Every_kind_of_run_is_of_the_common_dialect()
    {
        var reports = new[] { ReportRuns.Passed, ReportRuns.Failed, ReportRuns.Inconclusive, ReportRuns.Aborted, ReportRuns.TwoSeconds }
            .Select(record => RunReport.Of(Judge.Assess(record)))
            .Append(RunReport.Unreadable("broken", "it cannot be read"));

        Problems(XDocument.Parse(JunitReport.Print([.. reports]))).Should().BeEmpty();
    }

    [Test]
    public void Schema_refuses_what_is_none() =>
        Problems(XDocument.Parse("<testsuites><testsuite name='a' tests='1'><testcase><fault/></testcase></testsuite></testsuites>")).Should().NotBeEmpty();

    [Test]
    public void What_xml_must_not_hold_is_left_out()
    {
        var record = ReportRuns.Aborted.Change<RunEnded>(ended => ended with { Cause = "bell \u0007 and <tag> & \u0000" });

        Parse(record).ToString().Should().Contain("bell").And.Contain("&lt;tag&gt;").And.NotContain("\u0007");
    }

    private static XDocument Parse(RunRecord record) => XDocument.Parse(JunitReport.Print([RunReport.Of(Judge.Assess(record))]));

    private static List<string> Problems(XDocument document)
    {
        var schemas = new XmlSchemaSet();
        schemas.Add(null, Path.Combine(Checkout.Root, "tests", "StagingHarness.Tests", "Reporting", "Junit", "junit-10.xsd"));
        var problems = new List<string>();
        document.Validate(schemas, (_, problem) => problems.Add(problem.Message));
        return problems;
    }
}
