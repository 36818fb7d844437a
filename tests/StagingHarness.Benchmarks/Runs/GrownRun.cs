using StagingHarness.History.Events;
using StagingHarness.History.Journal;
using StagingHarness.History.Runs;
using StagingHarness.History.Samples;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Benchmarks.Runs;

/// <summary>A run like a recorded one, with as many samples as are wanted: each is there many times, evenly spread until the next one was due.</summary>
internal static class GrownRun
{
    /// <summary>Writes it, in place of what was there.</summary>
    public static RunFolder Write(RunFolder source, int wanted, string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }

        Directory.CreateDirectory(path);
        var grown = new RunFolder(path);
        var record = RunReader.Read(source);
        var samples = Grow(record, wanted);
        using (var file = new SampleFileWriter(grown.Samples))
        {
            file.Append(samples);
            WriteJournal(record, grown, samples, file.Complete());
        }

        File.Copy(source.Source, grown.Source);
        Directory.CreateDirectory(grown.Logs);
        foreach (var log in Directory.GetFiles(source.Logs))
        {
            File.Copy(log, Path.Combine(grown.Logs, Path.GetFileName(log)));
        }

        return grown;
    }

    /// <summary>In the order in which the answers came.</summary>
    private static Sample[] Grow(RunRecord record, int wanted)
    {
        var times = (wanted + record.Samples.Length - 1) / record.Samples.Length;
        var gap = (long)(1e9 / record.Plan.Traffic.RatePerSecond) / times;
        return
        [
            .. record.Samples
                .SelectMany(sample => Enumerable.Range(0, times).Select(copy => sample with
                {
                    DueNanoseconds = sample.DueNanoseconds + (copy * gap),
                    Sequence = (uint)((sample.Sequence * times) + copy),
                }))
                .OrderBy(sample => sample.Done)
                .Take(wanted),
        ];
    }

    private static void WriteJournal(RunRecord record, RunFolder grown, Sample[] samples, string hash)
    {
        var at = TimeSpan.Zero;
        using var journal = new JournalWriter(grown.Journal, () => at, static _ => { });
        foreach (var happened in record.Events)
        {
            at = happened.At;
            journal.Append(happened is not TrafficEnded ended ? happened : ended with
            {
                Scheduled = samples.Length,
                Answered = samples.LongCount(sample => sample.Failure == Failure.None),
                Unanswered = samples.LongCount(sample => sample.Failure != Failure.None),
                SamplesSha256 = hash,
            });
        }
    }
}
