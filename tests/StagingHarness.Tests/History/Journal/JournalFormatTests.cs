using System.Text.RegularExpressions;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.History.Events;
using StagingHarness.History.Journal;
using StagingHarness.Protocols.Generator;
using StagingHarness.TestKit.Files;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;

namespace StagingHarness.Tests.History.Journal;

public sealed class JournalFormatTests
{
    [Test]
    public void Engine_and_digests_are_read_as_they_were_written()
    {
        using var folder = new TemporaryFolder();
        var start = IncidentRun.Record(IncidentPlans.Replay()).Start with { EngineVersion = "20.10.24, API 1.41", EngineNotices = ["one", "two"] };

        var read = JournalReader.Read(Write(folder, start, Started with { Digest = "sha256:01" }));

        read.Damage.Should().BeNull();
        var readStart = (RunStarted)read.Events[0];
        readStart.EngineVersion.Should().Be("20.10.24, API 1.41");
        readStart.EngineNotices.Should().Equal("one", "two");
        ((InstanceStarted)read.Events[1]).Digest.Should().Be("sha256:01");
    }

    [Test]
    public void Journal_of_a_harness_that_did_not_write_them_is_read_without_them()
    {
        using var folder = new TemporaryFolder();
        var path = Write(folder, IncidentRun.Record(IncidentPlans.Replay()).Start with { EngineVersion = "1", EngineNotices = ["one"] }, Started);
        var lines = File.ReadAllText(path);
        File.WriteAllText(path, Regex.Replace(lines, ",\"(engineVersion|engineNotices|digest)\":(null|\"1\"|\\[[^]]*\\])", ""));

        var read = JournalReader.Read(path);

        File.ReadAllText(path).Should().NotContain("engineVersion").And.NotContain("\"digest\"");
        read.Damage.Should().BeNull();
        ((RunStarted)read.Events[0]).EngineVersion.Should().BeNull();
        ((RunStarted)read.Events[0]).EngineNotices.Should().BeEmpty();
        ((InstanceStarted)read.Events[1]).Digest.Should().BeNull();
    }

    [Test]
    public void Look_of_a_generator_at_itself_is_read_as_it_was_written_and_is_none_where_it_was_not()
    {
        using var folder = new TemporaryFolder();
        var start = IncidentRun.Record(IncidentPlans.Replay()).Start;
        var traffic = new TrafficStarted { RatePerSecond = 100, Generator = "jit", WarmUpRequests = 60, SelfCheck = new PacerLateness(200, 22_000, 310_000) };
        var path = Write(folder, start, traffic);

        ((TrafficStarted)JournalReader.Read(path).Events[1]).SelfCheck.Should().Be(traffic.SelfCheck);
        File.WriteAllText(path, Regex.Replace(File.ReadAllText(path), ",\"selfCheck\":\\{[^}]*\\}", ""));

        var read = JournalReader.Read(path);

        read.Damage.Should().BeNull();
        File.ReadAllText(path).Should().NotContain("selfCheck");
        ((TrafficStarted)read.Events[1]).SelfCheck.Should().BeNull();
    }

    private static InstanceStarted Started { get; } = new()
    {
        Instance = "db-1",
        Service = "db",
        Version = DatabasePlans.Old,
        Generation = 1,
        Identity = "77",
        Address = "http://127.0.0.1:5432",
        ReadyAfter = TimeSpan.FromSeconds(1),
        Log = "logs/db-1.1.log",
    };

    private static string Write(TemporaryFolder folder, params JournalEvent[] events)
    {
        var path = Path.Combine(folder.Path, "journal.ndjson");
        using var journal = new JournalWriter(path, () => TimeSpan.Zero, _ => { });
        foreach (var each in events)
        {
            journal.Append(each);
        }

        return path;
    }
}
