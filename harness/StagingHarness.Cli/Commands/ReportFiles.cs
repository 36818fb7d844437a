using System.Text;
using StagingHarness.History.Runs;
using StagingHarness.Reporting.Formats;
using StagingHarness.Reporting.GitHub;
using StagingHarness.Reporting.Runs;

namespace StagingHarness.Cli.Commands;

/// <summary>Puts reports where they belong.</summary>
internal static class ReportFiles
{
    private const string SummaryVariable = "GITHUB_STEP_SUMMARY";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes what was asked for of a run; each is named on the error writer, which is where progress goes.</summary>
    /// <exception cref="IOException">A file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be written.</exception>
    public static void Write(RunReport report, RunFolder folder, IEnumerable<ReportWish> wishes, TextWriter error)
    {
        foreach (var wish in wishes)
        {
            var text = ReportFormats.Print(report, wish.Format);
            if (wish is { Format: ReportFormat.GitHub, File: null } && SummaryFile() is { } summary)
            {
                File.AppendAllText(summary, text + "\n", Utf8);
                error.Write(Annotations.Print(report));
                continue;
            }

            var path = wish.File ?? Path.Combine(folder.Path, ReportFormats.FileName(wish.Format));
            Write(path, text);
            error.WriteLine($"stage: report {path}");
        }
    }

    /// <summary>Makes the folder where it is missing.</summary>
    public static void Write(string path, string text)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        File.WriteAllText(path, text, Utf8);
    }

    private static string? SummaryFile() => Environment.GetEnvironmentVariable(SummaryVariable) is { Length: > 0 } file ? file : null;
}
