using System.Collections.Immutable;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Programs;
using StagingHarness.Execution.Supervision;
using StagingHarness.Protocols.Supervisor;

namespace StagingHarness.FunctionalTests.Engines.Process;

[Platform(Exclude = "Win", Reason = "The children are shell commands.")]
public sealed class SupervisorClientTests : StageFixture
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("supervisor-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Output_is_logged_line_by_line_with_its_source_and_nothing_is_lost_at_the_end()
    {
        await using var supervisor = Start();
        var child = await supervisor.StartAsync(
            id => Shell(id, "printf 'one\\r\\ntwo\\n\\nübermäßig'; printf 'no end' >&2; exit 7"), CancellationToken.None);

        var exitCode = await child.Exited.WaitAsync(TimeSpan.FromSeconds(10));

        var lines = File.ReadAllLines(LogFile).Select(LogLine.Parse).ToArray();
        exitCode.Should().Be(7);
        lines.Where(line => line.Source == LogSource.Out).Select(line => line.Text).Should().Equal("one", "two", "", "übermäßig");
        lines.Where(line => line.Source == LogSource.Err).Select(line => line.Text).Should().Equal("no end");
        lines.Should().OnlyContain(line => (TimeProvider.System.GetUtcNow() - line.Time).Duration() < TimeSpan.FromMinutes(1));
    }

    [Test]
    public async Task Exit_is_told_although_a_grandchild_holds_the_output_open_and_the_grandchild_ends_with_the_run()
    {
        var supervisor = Start();
        var child = await supervisor.StartAsync(id => Shell(id, "sleep 600 & printf 'gone'; exit 0"), CancellationToken.None);

        var exitCode = await child.Exited.WaitAsync(TimeSpan.FromSeconds(10));
        var grandchildren = supervisor.FindChildren().Where(id => id != supervisor.ProcessId).ToArray();
        await supervisor.DisposeAsync();

        exitCode.Should().Be(0);
        File.ReadAllLines(LogFile).Select(line => LogLine.Parse(line).Text).Should().Equal("gone");
        grandchildren.Should().ContainSingle();
        ProcessTable.StartOf(grandchildren[0]).Should().BeNull();
    }

    [Test]
    public async Task Child_reads_the_end_of_its_input_at_once()
    {
        await using var supervisor = Start();
        var child = await supervisor.StartAsync(id => Shell(id, "cat; echo done"), CancellationToken.None);

        (await child.Exited.WaitAsync(TimeSpan.FromSeconds(10))).Should().Be(0);

        File.ReadAllLines(LogFile).Select(line => LogLine.Parse(line).Text).Should().Equal("done");
    }

    [Test]
    public async Task Program_that_does_not_exist_is_told_and_harms_nobody_else()
    {
        await using var supervisor = Start();

        var start = () => supervisor.StartAsync(id => Shell(id, "") with { File = "/no/such/program" }, CancellationToken.None);

        (await start.Should().ThrowAsync<ProcessStartException>()).Which.Message
            .Should().StartWith("Program '/no/such/program' could not be started: ").And.Contain("No such file or directory");
        var child = await supervisor.StartAsync(id => Shell(id, "exit 0"), CancellationToken.None);
        (await child.Exited.WaitAsync(TimeSpan.FromSeconds(10))).Should().Be(0);
    }

    private string LogFile => Path.Combine(_folder, "logs", "child.log");

    private static SupervisorClient Start() =>
        SupervisorClient.Start(new HarnessProgramLocator(AppContext.BaseDirectory), TinyStage.NewRunId(), TimeProvider.System);

    private StartCommand Shell(string id, string script) => new()
    {
        Id = id,
        File = "/bin/sh",
        Arguments = ["-c", script],
        Environment = ImmutableSortedDictionary<string, string?>.Empty,
        WorkingDirectory = _folder,
        LogFile = LogFile,
    };
}
