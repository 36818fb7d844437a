using System.CommandLine;
using StagingHarness.History.Journal;
using StagingHarness.History.Runs;
using StagingHarness.Rehearsals;
using StagingHarness.Reporting.Formats;
using StagingHarness.Reporting.GitHub;
using StagingHarness.Reporting.Runs;
using StagingHarness.Verdicts;

namespace StagingHarness.Cli.Commands;

/// <summary><c>stage report RUN-FOLDER</c>: a recorded run in the form of a format; <c>stage report merge RUN-FOLDER...</c>: several of them in one.</summary>
internal sealed class ReportCommand(TextWriter output, TextWriter error)
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var folder = new Argument<string>("RUN-FOLDER") { Description = "Folder of a run, as 'stage run' names it in its last line." };
        var (format, file) = (FormatOption(ReportFormats.Names), FileOption());
        var command = new Command("report", "Prints a recorded run for people or for programs, from its folder alone.") { folder, format, file };
        command.SetAction(parsed => new ReportCommand(output, error).Run(
            [parsed.GetRequiredValue(folder)], parsed.GetRequiredValue(format), parsed.GetValue(file), isSuite: false));

        var folders = new Argument<string[]>("RUN-FOLDER") { Description = "Folders of runs.", Arity = ArgumentArity.OneOrMore };
        var (suiteFormat, suiteFile) = (FormatOption(ReportFormats.OfSuites), FileOption());
        var merge = new Command("merge", "Puts several recorded runs into one report.") { folders, suiteFormat, suiteFile };
        merge.SetAction(parsed => new ReportCommand(output, error).Run(
            parsed.GetRequiredValue(folders), parsed.GetRequiredValue(suiteFormat), parsed.GetValue(suiteFile), isSuite: true));
        command.Add(merge);
        return command;
    }

    private static Option<string> FormatOption(IEnumerable<string> names)
    {
        var format = new Option<string>("--format") { Description = $"{string.Join(", ", names)}.", HelpName = "FORMAT", DefaultValueFactory = _ => "html" };
        format.AcceptOnlyFromAmong([.. names]);
        return format;
    }

    private static Option<string?> FileOption() => new("--out") { Description = "Where it is written; standard output when it is left out.", HelpName = "FILE" };

    private int Run(string[] folders, string formatName, string? file, bool isSuite)
    {
        if (!RunFolderArguments.AreUsable(folders, error))
        {
            return ExitCodes.Usage;
        }

        try
        {
            var format = ReportFormats.Find(formatName)!.Value;
            var reports = folders.Select(Read).ToList();
            Put(isSuite ? ReportFormats.PrintSuite(reports, format) : ReportFormats.Print(reports[0], format), file);
            if (format == ReportFormat.GitHub)
            {
                error.Write(Annotations.Print(reports[0]));
            }

            return reports.Exists(report => report.Run is null) ? ExitCodes.Environment : ExitCodes.Passed;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"stage: the report cannot be made: {exception.Message}");
            return ExitCodes.Environment;
        }
    }

    /// <summary>A run that cannot be read is a report, too, which says so; the reason is told here as well.</summary>
    private RunReport Read(string folder)
    {
        try
        {
            return RunReport.Of(Rehearsal.Judge(new RunFolder(folder)).Verdict);
        }
        catch (UnreadableRunException exception)
        {
            error.WriteLine($"stage: run '{folder}' cannot be read: {exception.Message}");
            return RunReport.Unreadable(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))), exception.Message);
        }
    }

    private void Put(string text, string? file)
    {
        if (file is null)
        {
            output.Write(text);
            return;
        }

        ReportFiles.Write(file, text);
        error.WriteLine($"stage: report {file}");
    }
}
