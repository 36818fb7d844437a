using System.Text.Encodings.Web;
using System.Text.Json;

namespace StagingHarness.Reporting.Comparing;

/// <summary>The table for programs; durations in seconds, shares from 0 to 1, null for what did not happen.</summary>
public static class ComparedJson
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

    /// <summary>One JSON object, without an end of line.</summary>
    public static string Print(IEnumerable<ComparedRun> runs) => JsonSerializer.Serialize(
        new
        {
            FormatVersion,
            Runs = runs.Select(run => new
            {
                run.Folder,
                run.Scenario,
                run.Strategy,
                run.Engine,
                run.Verdict,
                run.Figures.Requests,
                run.Figures.Failed,
                FailedShare = run.Figures.FailedShare?.Value,
                CandidateFromSeconds = run.Figures.CandidateFrom?.TotalSeconds,
                FirstWrongSeconds = run.Figures.FirstWrong?.TotalSeconds,
                DetectedSeconds = run.Figures.Detected?.TotalSeconds,
                RecoveredSeconds = run.Figures.Recovered?.TotalSeconds,
                TimeToDetectSeconds = run.Figures.TimeToDetect?.TotalSeconds,
                TimeToRecoverSeconds = run.Figures.TimeToRecover?.TotalSeconds,
                LatencyBeforeMicroseconds = run.LatencyBefore,
                LatencyMicroseconds = run.Latency,
                SuspectedCause = run.Cause,
            }),
            Legend = ComparedWords.Legend.ToDictionary(entry => entry.Name, entry => entry.Formula),
        },
        Options);
}
