using System.Text.Json;
using StagingHarness.History.Events;
using StagingHarness.History.Redaction;

namespace StagingHarness.History.Journal;

/// <summary>
/// Appends events to a journal file. Thread-safe. A line is handed to the operating system before
/// <see cref="Append"/> returns, so that it survives the death of this process.
/// </summary>
public sealed class JournalWriter : IDisposable
{
    private readonly Lock gate = new();
    private readonly FileStream file;
    private readonly Func<TimeSpan> elapsed;
    private readonly Action<JournalEvent> observer;
    private readonly Redactor? redactor;
    private long nextSequence;

    /// <param name="path">File to create; it must not exist.</param>
    /// <param name="elapsed">Real time since the run's epoch.</param>
    /// <param name="observer">Sees every event after it was written, in order; it must return quickly.</param>
    /// <param name="redactor">Takes secrets out of every event before anybody sees it; null takes out nothing.</param>
    public JournalWriter(string path, Func<TimeSpan> elapsed, Action<JournalEvent> observer, Redactor? redactor = null)
    {
        this.redactor = redactor;
        this.elapsed = elapsed;
        this.observer = observer;
        file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
    }

    /// <summary>Stamps the event with its place and time, and writes it.</summary>
    /// <returns>The event as written.</returns>
    public JournalEvent Append(JournalEvent journalEvent)
    {
        lock (gate)
        {
            var stamped = journalEvent with { Sequence = nextSequence, At = elapsed() };
            stamped = redactor is null ? stamped : EventRedaction.Apply(stamped, redactor, JournalFormat.Writing, JournalFormat.Reading);
            var line = JsonSerializer.SerializeToUtf8Bytes(stamped, JournalFormat.Writing);
            file.Write([.. line, (byte)'\n']);
            nextSequence++;
            observer(stamped);
            return stamped;
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            file.Dispose();
        }
    }
}
