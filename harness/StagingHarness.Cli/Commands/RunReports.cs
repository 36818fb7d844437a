using StagingHarness.Reporting.Formats;
using StagingHarness.Reporting.GitHub;
using StagingHarness.Reporting.Runs;
using StagingHarness.Verdicts;

namespace StagingHarness.Cli.Commands;

/// <summary>
/// The reports of all runs of one command. A file that several runs share holds all of them, so that a later run does not hide an earlier
/// one. What cannot be written is told, and changes no verdict.
/// </summary>
/// <param name="wishes">What was asked for.</param>
/// <param name="runs">How many runs there are to be.</param>
/// <param name="error">Where each report is named, which is where progress goes.</param>
internal sealed class RunReports(IReadOnlyList<ReportWish> wishes, int runs, TextWriter error)
{
    private const string SummaryVariable = "GITHUB_STEP_SUMMARY";

    private readonly List<RunReport> shared = [];

    /// <summary>Why this cannot be written of so many runs, and what to write instead; null when it can.</summary>
    public string? Refusal => wishes.FirstOrDefault(wish => IsShared(wish) && !ReportFormats.OfSuites.Contains(NameOf(wish))) is { } wish
        ? $"'--report {NameOf(wish)}={wish.File}' holds one run, and {runs} are to run; write '--report {NameOf(wish)}', which writes into each run folder, or one of {string.Join(", ", ReportFormats.OfSuites)}"
        : null;

    /// <summary>Writes what is asked for of one run.</summary>
    /// <param name="report">The run; why there is none where it was not run, so that no earlier file is taken for its report.</param>
    /// <param name="folder">Its folder; null when it was not run, and has none.</param>
    /// <param name="exitCode">What the run says.</param>
    /// <returns>The same code, or <see cref="ExitCodes.Environment"/> for a run that is well and cannot be reported.</returns>
    public int Add(RunReport report, string? folder, int exitCode)
    {
        if (wishes.Any(IsShared))
        {
            shared.Add(report);
        }

        var unwritten = wishes.Where(wish => !IsShared(wish)).Count(wish => !Write(report, folder, wish));
        return unwritten > 0 && exitCode == ExitCodes.Passed ? ExitCodes.Environment : exitCode;
    }

    /// <summary>Writes the files that the runs share, in their order.</summary>
    /// <param name="exitCode">What the suite says.</param>
    /// <returns>As for one run.</returns>
    public int Finish(int exitCode)
    {
        var unwritten = wishes.Where(IsShared).Count(wish => !Put(wish.File!, ReportFormats.PrintSuite(shared, wish.Format)));
        return unwritten > 0 && exitCode == ExitCodes.Passed ? ExitCodes.Environment : exitCode;
    }

    private static string NameOf(ReportWish wish) => ReportFormats.Names[(int)wish.Format];

    private static string? SummaryFile() => Environment.GetEnvironmentVariable(SummaryVariable) is { Length: > 0 } file ? file : null;

    private bool IsShared(ReportWish wish) => runs > 1 && wish.File is not null;

    private bool Write(RunReport report, string? folder, ReportWish wish)
    {
        var text = ReportFormats.Print(report, wish.Format);
        if (wish is { Format: ReportFormat.GitHub, File: null } && SummaryFile() is { } summary)
        {
            error.Write(Annotations.Print(report));
            return Try(summary, () => ReportFiles.Append(summary, text + "\n"));
        }

        var path = wish.File ?? (folder is null ? null : Path.Combine(folder, ReportFormats.FileName(wish.Format)));
        return path is null || Put(path, text);
    }

    private bool Put(string path, string text)
    {
        var written = Try(path, () => ReportFiles.Write(path, text));
        if (written)
        {
            error.WriteLine($"stage: report {path}");
        }

        return written;
    }

    private bool Try(string path, Action write)
    {
        try
        {
            write();
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"stage: report '{path}' cannot be written: {exception.Message}");
            return false;
        }
    }
}
