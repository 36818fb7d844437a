using StagingHarness.History.Events;
using StagingHarness.History.Journal;
using StagingHarness.History.Runs;
using StagingHarness.Reporting.Html;
using StagingHarness.Reporting.Runs;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Verdicts;

namespace StagingHarness.Cli.Live;

/// <summary>The run that the live page shows: what its folder holds so far, and its report once it has ended.</summary>
internal sealed class LiveRun(TimeProvider time)
{
    /// <summary>Of the time that passes, at most the fifth part is spent on making the page.</summary>
    private const int RestPerWork = 4;

    private readonly Lock gate = new();

    /// <summary>Several readers must not cost the run more than one does; and none of them keeps it waiting.</summary>
    private readonly Lock printing = new();
    private string name = "no run yet";
    private string doing = "nothing was started yet";
    private string? runsFolder;
    private RunFolder? folder;
    private RunReport? ended;
    private (string Page, RunReport? Of, long At, TimeSpan Took)? last;

    /// <summary>Another run begins.</summary>
    public void Begin(ScenarioPlan plan, string runs)
    {
        lock (gate)
        {
            name = plan.Name;
            doing = "artifacts are prepared";
            runsFolder = runs;
            folder = null;
            ended = null;
        }
    }

    public void OnEvent(JournalEvent happened)
    {
        lock (gate)
        {
            switch (happened)
            {
                case RunStarted started when runsFolder is not null:
                    folder = new RunFolder(Path.Combine(runsFolder, started.RunId));
                    break;
                case StepStarted step:
                    doing = $"step {step.Step}: {step.Sentence}";
                    break;
                case RunEnded:
                    doing = "what was recorded is judged";
                    break;
            }
        }
    }

    public void End(RunReport report)
    {
        lock (gate)
        {
            ended = report;
        }
    }

    /// <summary>The page as it is now; as it was a moment ago where making it takes long.</summary>
    public string Print()
    {
        lock (printing)
        {
            var (shown, now, read, report) = Now();
            if (last is { } made && made.Of == report && time.GetElapsedTime(made.At) < RestPerWork * made.Took)
            {
                return made.Page;
            }

            var begun = time.GetTimestamp();
            var page = report is not null ? HtmlPage.Print(report) : HtmlLivePage.Print(shown, now, Read(read));
            last = (page, report, time.GetTimestamp(), time.GetElapsedTime(begun));
            return page;
        }
    }

    private (string Name, string Doing, RunFolder? Folder, RunReport? Ended) Now()
    {
        lock (gate)
        {
            return (name, doing, folder, ended);
        }
    }

    /// <returns>Null while there is nothing to read.</returns>
    private static RunReport? Read(RunFolder? folder)
    {
        try
        {
            return folder is null ? null : RunReport.Of(Judge.Assess(RunReader.Read(folder)));
        }
        catch (Exception exception) when (exception is UnreadableRunException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
