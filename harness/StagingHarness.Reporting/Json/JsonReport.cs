using System.Text.Encodings.Web;
using System.Text.Json;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Reporting.Runs;
using StagingHarness.Verdicts;

namespace StagingHarness.Reporting.Json;

/// <summary>A run for programs: durations in seconds, shares from 0 to 1, null for what did not happen.</summary>
public static class JsonReport
{
    /// <summary>Version of this format.</summary>
    public const int FormatVersion = 1;

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>One JSON object, with an end of line.</summary>
    public static string Print(RunReport report) =>
        JsonSerializer.Serialize(report.Run is { } run ? Of(run) : OfUnreadable(report), Options) + "\n";

    private static object OfUnreadable(RunReport report) => new
    {
        FormatVersion,
        Scenario = report.Name,
        Outcome = Outcome.Inconclusive,
        Headline = "INCONCLUSIVE",
        Sentence = report.WhyUnreadable,
        Aborted = report.WhyUnreadable,
    };

    private static object Of(JudgedRun run) => new
    {
        FormatVersion,
        Scenario = run.Plan.Name,
        run.Plan.Title,
        run.Verdict.Outcome,
        run.Verdict.Headline,
        run.Verdict.Sentence,
        Aborted = run.WhyAborted,
        run.Verdict.ExitCode,
        Run = new
        {
            run.Record.Start.RunId,
            run.Record.Start.StartedAt,
            run.Record.Start.HarnessVersion,
            run.Record.Start.Engine,
            run.Record.Start.EngineVersion,
            run.Record.Start.Host,
            run.Plan.File,
            run.Plan.Seed,
            run.Repeat,
            run.Versions,
        },
        Times = run.Spans.ToDictionary(span => span.Name, span => new { Seconds = span.Took?.TotalSeconds, span.Formula }),
        Moments = run.Moments.Select(moment => new
        {
            moment.Number,
            moment.Kind,
            AtSeconds = moment.At.TotalSeconds,
            Incident = run.Analysis.Clock.Show(moment.At),
            moment.Step,
            moment.Source,
            moment.Words,
        }),
        Detections = DetectionFigures.Of(run),
        Expectations = run.Verdict.Expectations.Select(Of),
        Requirements = run.Verdict.Requirements.Select(one => new { one.Name, one.Standing, one.Evidence }),
        Traffic = Traffic(run),
        Generator = SendingFigures.Of(run),
        Ledger = ReadBackFigures.Of(run),
        Browser = run.Plan.Traffic.Browser is null ? null : Browser(run),
        Phases = run.Analysis.Timeline.Phases.SelectMany(phase => phase.Stretches.Select(stretch => new
        {
            phase.Name,
            FromSeconds = stretch.From.TotalSeconds,
            UntilSeconds = stretch.Until.TotalSeconds,
            stretch.Step,
        })),
        run.Verdict.Cause,
        Steps = run.Analysis.Steps.All.Select(trace => new
        {
            trace.Plan.Number,
            trace.Plan.Sentence,
            StartedSeconds = trace.StartedAt?.TotalSeconds,
            EndedSeconds = trace.EndedAt?.TotalSeconds,
            trace.Completed?.Receipt,
            Failed = trace.Failed?.Reason,
            Skipped = trace.Skipped?.Reason,
        }),
    };

    private static object Of(ExpectationResult one) => new
    {
        one.Number,
        one.Name,
        Place = one.Place.ToString(),
        one.Standing,
        one.ReportOnly,
        one.Wanted,
        one.Got,
        Samples = new { one.Samples.Unit, one.Samples.Total, one.Samples.Needed },
        one.Window,
        one.Reason,
    };

    private static object Browser(JudgedRun run) => BrowserEndings.Of(run.Record.Events).Select(same => new
    {
        same.Journey,
        same.Ending,
        Count = same.All.Length,
        FirstSeconds = same.First.Began.TotalSeconds,
        LongestSeconds = same.All.Max(journey => journey.Took).TotalSeconds,
        same.First.WrongAt,
        same.First.Why,
        same.First.Status,
        same.First.Seen,
        same.First.Picture,
    });

    private static object Traffic(JudgedRun run) => new
    {
        Requests = run.Analysis.Outcomes.Total.Total,
        run.Analysis.Outcomes.Total.Wrong,
        Kinds = run.Analysis.Outcomes.Total.Kinds.Select(one => new { Kind = one.Kind.ToString(), one.Count }),
        Outages = run.Analysis.Outages.All.Select(outage => new
        {
            FromSeconds = outage.From.TotalSeconds,
            UntilSeconds = outage.Until.TotalSeconds,
            outage.Ended,
            outage.Outcomes.Wrong,
        }),
    };
}
