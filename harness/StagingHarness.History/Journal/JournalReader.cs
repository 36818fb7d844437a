using System.Collections.Immutable;
using System.Text.Json;
using StagingHarness.History.Events;

namespace StagingHarness.History.Journal;

/// <summary>Reads journals, also ones that were cut off at any byte.</summary>
public static class JournalReader
{
    /// <summary>Reads whole lines until the end or the first damage.</summary>
    /// <exception cref="UnreadableRunException">The file is missing, or of a format version that this build does not know.</exception>
    public static JournalReading Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new UnreadableRunException($"Run '{Path.GetDirectoryName(path)}' has no 'journal.ndjson'; name the folder of a run.");
        }

        var events = ImmutableArray.CreateBuilder<JournalEvent>();
        var bytes = ReadShared(path).AsSpan();
        while (!bytes.IsEmpty)
        {
            var end = bytes.IndexOf((byte)'\n');
            if (end < 0)
            {
                return new JournalReading(events.ToImmutable(), $"the last line, event {events.Count}, is cut off");
            }

            if (Parse(bytes[..end]) is not { } parsed || parsed.Sequence != events.Count)
            {
                return new JournalReading(events.ToImmutable(), $"line {events.Count + 1} is not event {events.Count}");
            }

            RefuseOtherVersions(parsed);
            events.Add(parsed);
            bytes = bytes[(end + 1)..];
        }

        return new JournalReading(events.ToImmutable(), null);
    }

    /// <summary>Also while the run goes on, and its journal is written.</summary>
    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    private static JournalEvent? Parse(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize<JournalEvent>(line, JournalFormat.Reading);
        }
        catch (JsonException)
        {
            // Not an event: the caller reports the place as damage.
            return null;
        }
        catch (NotSupportedException)
        {
            // An event with something that cannot be read at all; likewise.
            return null;
        }
    }

    private static void RefuseOtherVersions(JournalEvent parsed)
    {
        if (parsed is RunStarted started && started.FormatVersion != JournalFormat.Version)
        {
            throw new UnreadableRunException(
                $"Run '{started.RunId}' is of journal format {started.FormatVersion}, and this build reads format "
                + $"{JournalFormat.Version}; report it with the version of the harness that ran it ({started.HarnessVersion}).");
        }
    }
}
