using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Reporting.Runs;
using StagingHarness.Verdicts;

namespace StagingHarness.Reporting.Ctrf;

/// <summary>Common Test Report Format (ctrf.io): a test for each run, and one for each expectation and requirement of it.</summary>
public static class CtrfReport
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>One JSON object, with an end of line.</summary>
    public static string Print(IReadOnlyList<RunReport> reports)
    {
        var tests = reports.SelectMany(Tests).ToArray();
        var starts = reports.Select(report => report.Run?.Record.Start.StartedAt).OfType<DateTimeOffset>().ToArray();
        var ends = reports.Select(report => report.Run is { } run ? run.Record.Start.StartedAt + run.Record.Events[^1].At : (DateTimeOffset?)null)
            .OfType<DateTimeOffset>().ToArray();
        return JsonSerializer.Serialize(
            new
            {
                ReportFormat = "CTRF",
                SpecVersion = "0.0.0",
                Results = new
                {
                    Tool = new { Name = "stage", Version = reports.Select(report => report.Run?.Record.Start.HarnessVersion).FirstOrDefault(version => version is not null) },
                    Summary = new
                    {
                        Tests = tests.Length,
                        Passed = tests.Count(test => test.Status == "passed"),
                        Failed = tests.Count(test => test.Status == "failed"),
                        Pending = 0,
                        Skipped = 0,
                        Other = tests.Count(test => test.Status == "other"),
                        Start = starts.Length == 0 ? 0 : starts.Min().ToUnixTimeMilliseconds(),
                        Stop = ends.Length == 0 ? 0 : ends.Max().ToUnixTimeMilliseconds(),
                    },
                    Tests = tests,
                },
            },
            Options) + "\n";
    }

    private static IEnumerable<CtrfTest> Tests(RunReport report)
    {
        if (report.Run is not { } run)
        {
            yield return new CtrfTest { Name = report.Name, Status = "other", RawStatus = "unreadable", Duration = 0, Message = report.WhyUnreadable };
            yield break;
        }

        yield return new CtrfTest
        {
            Name = run.Plan.Name,
            Status = StatusOf(run),
            RawStatus = run.WhyAborted is null || run.Verdict.Outcome == Outcome.Aborted ? run.Verdict.Headline : $"{run.Verdict.Headline} (aborted)",
            Duration = (long)run.Record.Events[^1].At.TotalMilliseconds,
            Message = run.WhyAborted ?? run.Verdict.Sentence,
            FilePath = run.Plan.File,
            Tags = [.. run.Plan.Tags],
        };
        if (!run.Verdict.Outcome.IsRehearsal())
        {
            yield break;
        }

        foreach (var one in run.Verdict.Expectations)
        {
            yield return new CtrfTest
            {
                Name = $"{one.Number} {one.Name}",
                Status = one.ReportOnly ? "passed" : StatusOf(run.Counted(one.Standing)),
                RawStatus = one.ReportOnly ? $"only reported: {StandingWords.Of(one.Standing)}" : StandingWords.Of(one.Standing),
                Duration = 0,
                Message = one.Reason ?? $"wanted {one.Wanted}, got {one.Got}",
                Suite = [run.Plan.Name],
                FilePath = one.Place.File,
                Line = one.Place.Line,
            };
        }

        foreach (var one in run.Verdict.Requirements)
        {
            yield return new CtrfTest
            {
                Name = $"required: {one.Name}",
                Status = StatusOf(run.Counted(one.Standing)),
                RawStatus = StandingWords.Of(one.Standing),
                Duration = 0,
                Message = one.Evidence,
                Suite = [run.Plan.Name],
            };
        }
    }

    private static string StatusOf(JudgedRun run) => (run.WhyAborted, run.Verdict.Outcome) switch
    {
        ({ }, _) => "other",
        (_, Outcome.Passed) => "passed",
        (_, Outcome.Failed) => "failed",
        _ => "other",
    };

    private static string StatusOf(Standing standing) => standing switch
    {
        Standing.Met => "passed",
        Standing.NotMet => "failed",
        Standing.Inconclusive => "other",
    };
}
