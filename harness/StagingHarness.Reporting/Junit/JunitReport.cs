using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Reporting.Runs;
using StagingHarness.Verdicts;

namespace StagingHarness.Reporting.Junit;

/// <summary>
/// The XML that CI servers read, in the dialect that they have in common (Jenkins' junit-10): a suite for each run, a case for each
/// expectation and requirement. A failure is something that was measured and is not so; an error is all that could not be measured.
/// </summary>
public static class JunitReport
{
    /// <summary>One document, with an end of line.</summary>
    public static string Print(IReadOnlyList<RunReport> reports)
    {
        var suites = reports.Select(Suite).ToArray();
        var root = new XElement("testsuites", new XAttribute("name", "stage"), Counts(suites.Descendants("testcase")), suites);
        using var text = new Utf8Writer();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n" }))
        {
            new XDocument(root).Save(writer);
        }

        return text + "\n";
    }

    private static XElement Suite(RunReport report)
    {
        XElement[] cases = report.Run is { } run ? [.. Cases(run)] : [Case(report.Name, "run", Problem("error", report.WhyUnreadable!, report.WhyUnreadable!))];
        return new XElement(
            "testsuite",
            new XAttribute("name", Clean(report.Name)),
            Counts(cases),
            report.Run is { } judged ? Facts(judged) : null,
            cases,
            report.Run is { } told ? new XElement("system-out", Clean(Output(told))) : null);
    }

    private static object[] Facts(JudgedRun run) =>
    [
        new XAttribute("time", Seconds(run.Record.Events[^1].At)),
        new XAttribute("timestamp", run.Record.Start.StartedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)),
        new XElement(
            "properties",
            Property("verdict", run.Verdict.Headline),
            Property("run", run.Record.Start.RunId),
            Property("engine", run.Record.Start.Engine),
            Property("seed", run.Plan.Seed.ToString(CultureInfo.InvariantCulture)),
            Property("repeat", run.Repeat)),
    ];

    private static XElement Property(string name, string value) =>
        new("property", new XAttribute("name", name), new XAttribute("value", Clean(value)));

    /// <summary>The first case is the run as such, so that one that broke off is an error whatever it has shown.</summary>
    private static IEnumerable<XElement> Cases(JudgedRun run)
    {
        var name = run.Plan.Name;
        yield return Case("the run", name, OfRun(run));
        if (!run.Verdict.Outcome.IsRehearsal())
        {
            yield break;
        }

        foreach (var one in run.Verdict.Expectations)
        {
            yield return Case($"{one.Number} {one.Name}", name, one.ReportOnly ? null : OfExpectation(one, run.Counted(one.Standing)));
        }

        foreach (var one in run.Verdict.Requirements)
        {
            yield return Case($"required: {one.Name}", name, OfStanding(run.Counted(one.Standing), one.Evidence, one.Evidence));
        }
    }

    private static XElement? OfRun(JudgedRun run) => (run.Verdict.Outcome.IsRehearsal(), run.WhyAborted) switch
    {
        (false, _) => Problem("error", run.Verdict.Headline, run.Verdict.Sentence),
        (true, { } why) => Problem("error", "ABORTED", why),
        (true, null) => null,
    };

    private static XElement? OfExpectation(ExpectationResult one, Standing standing) => OfStanding(
        standing,
        one.Reason ?? $"wanted {one.Wanted}, got {one.Got}",
        $"wanted   {one.Wanted}\ngot      {one.Got}\nsamples  {one.Samples}\nwindow   {one.Window}\nplace    {one.Place}");

    private static XElement? OfStanding(Standing standing, string message, string text) => standing switch
    {
        Standing.Met => null,
        Standing.NotMet => Problem("failure", message, text),
        Standing.Inconclusive => Problem("error", message, text),
    };

    private static XElement Problem(string kind, string message, string text) => new(
        kind,
        new XAttribute("message", Clean(message.Split('\n')[0])),
        new XAttribute("type", kind == "failure" ? "expectation" : "inconclusive"),
        Clean(text));

    private static XElement Case(string name, string scenario, XElement? problem) => new(
        "testcase", new XAttribute("name", Clean(name)), new XAttribute("classname", Clean(scenario)), new XAttribute("time", "0"), problem);

    private static XAttribute[] Counts(IEnumerable<XElement> cases)
    {
        var all = cases.ToArray();
        return
        [
            new XAttribute("tests", all.Length),
            new XAttribute("failures", all.Count(one => one.Element("failure") is not null)),
            new XAttribute("errors", all.Count(one => one.Element("error") is not null)),
        ];
    }

    private static string Output(JudgedRun run) => $"{run.Verdict.Headline}: {run.Verdict.Sentence}\nrepeat: {run.Repeat}";

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>Logs may hold what XML must not.</summary>
    private static string Clean(string text) => string.Concat(text.Where(letter => XmlConvert.IsXmlChar(letter) && letter != '\r'));

    private sealed class Utf8Writer : StringWriter
    {
        public Utf8Writer()
            : base(CultureInfo.InvariantCulture)
        {
        }

        public override Encoding Encoding => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
    }
}
