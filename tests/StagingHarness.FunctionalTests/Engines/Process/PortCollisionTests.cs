using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Engines.Process;
using StagingHarness.Execution.Ports.Failures;

namespace StagingHarness.FunctionalTests.Engines.Process;

public sealed class PortCollisionTests : StageFixture
{
    [Test]
    public async Task Taken_port_is_left_for_another_even_though_its_owner_answers_the_readiness_check()
    {
        await using var occupied = new OccupiedPort();
        await using var stage = await TinyStage.BeginAsync(new ScriptedPorts(occupied.Port));

        var instance = await stage.StartAsync("tiny-1");

        occupied.Answered.Should().BePositive("the check must have met the stranger, or this test shows nothing");
        instance.AddressOf("http").Port.Should().NotBe(occupied.Port);
        (await stage.AskAsync(instance, "/arguments")).Status.Should().Be(200);
    }

    [Test]
    public async Task Ports_that_are_always_taken_end_in_the_last_death_after_a_bounded_number_of_tries()
    {
        await using var occupied = new OccupiedPort();
        var ports = new ScriptedPorts([.. Enumerable.Repeat(occupied.Port, 20)]);
        await using var stage = await TinyStage.BeginAsync(ports);

        var start = async () => await stage.StartAsync("tiny-1");

        (await start.Should().ThrowAsync<InstanceDiedException>()).Which.Message.Should().Contain("address already in use");
        ports.Asked.Should().Be(PortCollision.MostAttempts);
    }
}
