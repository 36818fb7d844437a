using System.Globalization;
using StagingHarness.History.Events;
using StagingHarness.Reporting.Terminal;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Cli.Commands;

/// <summary>Writes one line per state change, and a heartbeat when nothing has changed for a while.</summary>
internal sealed class LiveProgress : IAsyncDisposable
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    private readonly Lock gate = new();
    private readonly ProgressPrinter printer;
    private readonly TextWriter writer;
    private readonly TimeProvider time;
    private readonly ITimer heartbeat;
    private readonly long started;
    private string doing = "artifacts are prepared";
    private string runId = "";
    private string engine = "";
    private bool disposed;

    public LiveProgress(ScenarioPlan plan, TextWriter writer, TimeProvider time)
    {
        printer = new ProgressPrinter(plan);
        this.writer = writer;
        this.time = time;
        started = time.GetTimestamp();
        heartbeat = time.CreateTimer(_ => Beat(), null, Heartbeat, Heartbeat);
    }

    /// <summary>What is left behind when the process leaves now.</summary>
    public string LeftBehind => engine == "docker"
        ? $"run '{runId}' was cut off; its containers and networks stay until the next run on Docker, or until 'stage clean'"
        : $"run '{runId}' was cut off; its supervisor ends the processes within a few seconds";

    public void OnEvent(JournalEvent journalEvent)
    {
        if (journalEvent is RunStarted run)
        {
            runId = run.RunId;
            engine = run.Engine;
        }

        if (journalEvent is StepStarted step)
        {
            doing = $"step {step.Step}: {step.Sentence}";
        }

        if (printer.Print(journalEvent) is { } line)
        {
            Write(line);
        }
    }

    public void OnPreparation(string line) => Write(line);

    public async ValueTask DisposeAsync()
    {
        await heartbeat.DisposeAsync();
        lock (gate)
        {
            disposed = true;
        }
    }

    private void Beat() => Write(string.Create(
        CultureInfo.InvariantCulture, $"still running after {time.GetElapsedTime(started).TotalSeconds:0} s: {doing}"));

    private void Write(string line)
    {
        lock (gate)
        {
            if (!disposed)
            {
                writer.WriteLine(line);
                heartbeat.Change(Heartbeat, Heartbeat);
            }
        }
    }
}
