using System.Collections.Immutable;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.FunctionalTests.Engines;
using StagingHarness.History.Events;
using StagingHarness.Verdicts;

namespace StagingHarness.FunctionalTests.Replay;

/// <summary>Which engine serves is the user's wish, or told with the reason.</summary>
public sealed class EngineChoiceTests : StageFixture
{
    private const string Nowhere = "unix:///nowhere/docker.sock";

    private const string Why = $"Docker endpoint '{Nowhere}', chosen by variable DOCKER_HOST, does not answer: there is no such socket.";

    private static readonly ImmutableSortedDictionary<string, string> WithoutDocker =
        ImmutableSortedDictionary<string, string>.Empty.Add("DOCKER_HOST", Nowhere).Add("STAGE_ENGINE", "");

    [Test]
    [Platform("Linux", Reason = "the run is ended with kill(1)")]
    public async Task Processes_serve_where_no_engine_answers_and_the_line_says_why()
    {
        using var stage = StageProcess.Run(Replays.Gate, "auto", WithoutDocker);

        await stage.ReachTrafficAsync();
        await stage.SignalAsync("INT");
        await stage.EndAsync();

        var why = $"run as child processes on this machine's loopback, since Docker cannot serve: {Why} Start that engine, or change variable DOCKER_HOST";
        stage.Events.OfType<RunStarted>().Single().Should().Match<RunStarted>(
            started => started.Engine == "process" && started.EngineVersion == null && started.EngineReason.EndsWith(why, StringComparison.Ordinal));
        stage.Error.Should().Contain($"run {stage.RunId} on engine 'process': app servers, gateway, provider and generator {why}\n");
    }

    [Test]
    public async Task Docker_that_was_asked_for_and_does_not_answer_ends_the_command_with_4()
    {
        using var stage = StageProcess.Start(WithoutDocker, "run", Replays.BringYourOwn, "--engine", "docker");

        (await stage.EndAsync()).Should().Be(ExitCodes.Environment);
        stage.Error.Should().EndWith($"stage: Scenario 'bring-your-own' cannot be run here: the engine 'docker' was asked for. {Why} Start that engine, or change variable DOCKER_HOST.");
        stage.Output.Should().BeEmpty("there is no verdict");
    }

    [Test]
    public async Task Engine_that_nobody_knows_ends_the_command_with_2()
    {
        using var stage = StageProcess.Start(WithoutDocker.SetItem("STAGE_ENGINE", "nonsense"), "run", Replays.BringYourOwn);

        (await stage.EndAsync()).Should().Be(ExitCodes.Usage);
        stage.Error.Should().Be("stage: Engine 'nonsense' is not known. Write one of: auto, docker, process ('--engine', or STAGE_ENGINE).");
    }
}
