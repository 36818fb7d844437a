using FluentAssertions;
using NUnit.Framework;
using StagingHarness.History.Events;
using StagingHarness.History.Journal;
using StagingHarness.History.Runs;
using StagingHarness.Protocols.Supervisor;
using StagingHarness.TestKit.Files;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;

namespace StagingHarness.Tests.History.Runs;

public sealed class RunReaderTests
{
    private static readonly DateTimeOffset Began = new(2026, 5, 13, 13, 53, 0, TimeSpan.Zero);

    [Test]
    public void Logs_are_read_when_they_are_walked_through_and_each_time_anew()
    {
        using var folder = new TemporaryFolder();
        var record = RunReader.Read(Write(folder.Path));
        var path = Path.Combine(folder.Path, "logs", "portal-1.1.log");
        var log = record.Logs.Single(one => one is { Instance: "portal-1", Generation: 1 });
        log.IsMissing.Should().BeFalse();
        log.Entries.Should().BeEmpty();

        File.AppendAllText(path, new LogLine(Began.AddSeconds(5), LogSource.Err, "broken").Format() + "\n");

        log.Entries.Should().Equal(new LogEntry(TimeSpan.FromSeconds(5), true, "broken"));
    }

    [Test]
    public void Log_that_is_not_there_says_so()
    {
        using var folder = new TemporaryFolder();

        var record = RunReader.Read(Write(folder.Path));

        record.Logs.Where(log => log.Instance == "portal-2").Should().OnlyContain(log => log.IsMissing && !log.Entries.Any());
    }

    /// <summary>The journal of the incident, with one log of all.</summary>
    private static RunFolder Write(string path)
    {
        var run = new RunFolder(path);
        using (var journal = new JournalWriter(run.Journal, () => TimeSpan.Zero, _ => { }))
        {
            foreach (var happened in IncidentRun.Record(IncidentPlans.Replay()).Events)
            {
                journal.Append(happened is RunStarted started ? started with { StartedAt = Began } : happened);
            }
        }

        Directory.CreateDirectory(run.Logs);
        File.WriteAllText(Path.Combine(run.Logs, "portal-1.1.log"), "");
        return run;
    }
}
