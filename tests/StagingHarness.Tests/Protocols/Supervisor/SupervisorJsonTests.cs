using System.Collections.Immutable;
using System.Text.Json;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Protocols.Supervisor;

namespace StagingHarness.Tests.Protocols.Supervisor;

public sealed class SupervisorJsonTests
{
    [Test]
    public void Command_written_and_read_is_the_same_and_takes_one_line()
    {
        SupervisorCommand command = new StartCommand
        {
            Id = "1",
            File = "/bin/sh",
            Arguments = ["-c", "line\nline"],
            Environment = ImmutableSortedDictionary<string, string?>.Empty.Add("SET", "ü").Add("REMOVED", null),
            WorkingDirectory = "/tmp",
            LogFile = "/tmp/log",
        };

        var line = JsonSerializer.Serialize(command, SupervisorJson.Default.SupervisorCommand);

        line.Should().StartWith("{\"do\":\"start\"").And.NotContain("\n").And.MatchRegex("^[\\x20-\\x7e]*$");
        JsonSerializer.Deserialize(line, SupervisorJson.Default.SupervisorCommand).Should().BeEquivalentTo(command, options => options.RespectingRuntimeTypes());
    }

    [Test]
    public void Signal_and_answers_read_as_they_are_written()
    {
        JsonSerializer.Serialize(new SignalCommand { Id = "1", Signal = ProcessSignal.Kill }, SupervisorJson.Default.SupervisorCommand)
            .Should().Be("""{"do":"signal","signal":"Kill","id":"1"}""");
        JsonSerializer.Deserialize("""{"is":"exited","exitCode":137,"id":"1"}""", SupervisorJson.Default.SupervisorAnswer)
            .Should().Be(new ExitedAnswer { Id = "1", ExitCode = 137 });
        JsonSerializer.Deserialize("""{"is":"started","processId":5,"id":"1"}""", SupervisorJson.Default.SupervisorAnswer)
            .Should().Be(new StartedAnswer { Id = "1", ProcessId = 5 });
        JsonSerializer.Deserialize("""{"is":"start-failed","problem":"no","id":"1"}""", SupervisorJson.Default.SupervisorAnswer)
            .Should().Be(new StartFailedAnswer { Id = "1", Problem = "no" });
    }
}
