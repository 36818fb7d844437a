using System.Collections.Immutable;
using StagingHarness.History.Events;
using StagingHarness.History.Journal;
using StagingHarness.History.Ledgers;
using StagingHarness.History.Samples;
using StagingHarness.Protocols.Supervisor;

namespace StagingHarness.History.Runs;

/// <summary>Reads a run folder into the value that verdicts and reports are computed from.</summary>
public static class RunReader
{
    /// <exception cref="UnreadableRunException">There is no journal, it has no first event, or it is of another format version.</exception>
    public static RunRecord Read(RunFolder folder)
    {
        var journal = JournalReader.Read(folder.Journal);
        if (journal.Events is not [RunStarted start, ..])
        {
            throw new UnreadableRunException(
                $"Run '{folder.Path}' ended before its plan was written; nothing can be judged, run the scenario again.");
        }

        var samples = SampleFileReader.Read(folder.Samples);
        var ledger = LedgerFileReader.Read(folder.Ledger);
        return new RunRecord
        {
            Start = start,
            Events = journal.Events,
            JournalDamage = journal.Damage,
            Samples = samples.Samples,
            SamplesSha256 = samples.Sha256,
            LedgerIds = ledger.Ids,
            LedgerSha256 = ledger.Sha256,
            Logs = [.. journal.Events.Select(happened => LogOf(happened, folder, start)).OfType<InstanceLog>()],
            Pictures = ReadPictures(journal.Events, folder),
            Sources = ReadSource(folder, start.Plan.File),
        };
    }

    /// <summary>One that is asked for is looked for among the pictures alone, wherever the journal says that it lies.</summary>
    private static ImmutableArray<SeenPicture> ReadPictures(ImmutableArray<JournalEvent> events, RunFolder folder) =>
    [
        .. events.OfType<BrowserJourneyEnded>()
            .Where(journey => journey.Picture is not null)
            .DistinctBy(journey => (journey.Journey, journey.WrongAt, journey.Status))
            .Select(journey => (File: journey.Picture!, Path: Path.Combine(folder.Browser, Path.GetFileName(journey.Picture!))))
            .Select(picture => new SeenPicture(picture.File, File.Exists(picture.Path) ? File.ReadAllBytes(picture.Path) : [])),
    ];

    private static ImmutableArray<SourceFile> ReadSource(RunFolder folder, string file) =>
        File.Exists(folder.Source) ? [new SourceFile(file, File.ReadAllText(folder.Source).ReplaceLineEndings("\n"))] : [];

    /// <summary>What never came up has written, too, and often says why.</summary>
    private static InstanceLog? LogOf(JournalEvent happened, RunFolder folder, RunStarted start) => happened switch
    {
        InstanceStarted started => ReadLog(folder, start, (started.Instance, started.Generation, started.Log)),
        InstanceFailedToStart { Log: { } log } failed => ReadLog(folder, start, (failed.Instance, failed.Generation, log)),
        _ => null,
    };

    private static InstanceLog ReadLog(RunFolder folder, RunStarted start, (string Instance, int Generation, string Log) written)
    {
        var path = Path.Combine(folder.Path, written.Log);
        return new InstanceLog(written.Instance, written.Generation, ReadLines(path, start)) { IsMissing = !File.Exists(path) };
    }

    /// <summary>Reads when it is walked through, a line at a time: logs are as long as an app makes them.</summary>
    private static IEnumerable<LogEntry> ReadLines(string path, RunStarted start)
    {
        if (!File.Exists(path))
        {
            yield break;
        }

        foreach (var line in File.ReadLines(path))
        {
            yield return ParseLine(line, start);
        }
    }

    /// <summary>What is no log line is kept whole, at time zero.</summary>
    private static LogEntry ParseLine(string line, RunStarted start) => LogLine.TryParse(line, out var parsed)
        ? new LogEntry(parsed.Time - start.StartedAt, parsed.Source == LogSource.Err, parsed.Text)
        : new LogEntry(TimeSpan.Zero, IsError: false, line);
}
