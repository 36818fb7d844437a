using System.Globalization;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Supervision;
using StagingHarness.FunctionalTests.Waiting;

namespace StagingHarness.FunctionalTests.Engines.Process;

public sealed class SupervisionTests : StageFixture
{
    private static readonly TimeSpan EndDeadline = TimeSpan.FromSeconds(10);

    [Test]
    public async Task Harness_that_is_killed_leaves_no_process()
    {
        await using var host = await HostProcess.StartAsync(servers: 2);
        host.ServerIds.Should().HaveCount(2).And.OnlyContain(id => ProcessTable.StartOf(id) != null);

        await host.KillAsync();

        await Eventually.IsTrueAsync("the run's processes are gone", () => !host.Living.Any(), EndDeadline);
    }

    [Test]
    public async Task Harness_that_ends_in_order_leaves_no_process()
    {
        await using var host = await HostProcess.StartAsync(servers: 1);

        await host.EndAsync();

        host.Living.Should().BeEmpty();
    }

    [Test]
    public async Task Stage_lives_in_a_session_that_a_terminal_of_the_harness_does_not_reach()
    {
        await using var stage = await TinyStage.BeginAsync();
        var instance = await stage.StartAsync("tiny-1");

        var session = ProcessTable.SessionOf(int.Parse(instance.Identity, CultureInfo.InvariantCulture));

        session.Should().Be(stage.Engine.SupervisorProcessId);
        session.Should().NotBe(ProcessTable.SessionOf(Environment.ProcessId));
    }

    [Test]
    public async Task Supervisor_that_dies_ends_its_instances_and_every_later_call_says_so()
    {
        await using var stage = await TinyStage.BeginAsync();
        var instances = await Task.WhenAll(stage.StartAsync("tiny-1"), stage.StartAsync("tiny-2"));
        var order = await stage.OrderAsync("tiny-3");

        ProcessTable.Kill(stage.Engine.SupervisorProcessId, ProcessTable.StartOf(stage.Engine.SupervisorProcessId));
        var exits = await Task.WhenAll(instances.Select(instance => instance.Exited)).WaitAsync(EndDeadline);
        var start = async () => await stage.Engine.StartAsync(order, CancellationToken.None);

        exits.Should().OnlyContain(exit => exit.ExitCode == null && exit.Killed);
        await Eventually.IsTrueAsync(
            "the instances are gone",
            () => instances.All(instance => ProcessTable.StartOf(int.Parse(instance.Identity, CultureInfo.InvariantCulture)) is null),
            EndDeadline);
        (await start.Should().ThrowAsync<SupervisorLostException>()).Which.Message.Should().Contain("ended with exit code 137");
        (await instances[0].StopAsync(EndDeadline, CancellationToken.None)).Should().Be(exits[0]);
    }

    [Test]
    public async Task Sweep_ends_what_a_dead_run_left_behind_and_spares_living_runs()
    {
        await using var living = await HostProcess.StartAsync(servers: 1);
        await using var dead = await HostProcess.StartAsync(servers: 1);
        var supervisorId = ProcessTable.SessionOf(dead.ServerIds[0])!.Value;
        // As if both were killed at the same moment: neither gets a chance to end the servers.
        await dead.FreezeAsync();
        ProcessTable.Kill(supervisorId, ProcessTable.StartOf(supervisorId));
        await dead.KillAsync();
        ProcessTable.StartOf(dead.ServerIds[0]).Should().NotBeNull("the sweep must have something to do");

        var swept = OrphanSweep.Run().Removed;

        swept.Should().ContainSingle(line => line.StartsWith($"Process {dead.ServerIds[0]} of run '{dead.RunId}'"));
        await Eventually.IsTrueAsync("the dead run's processes are gone", () => !dead.Living.Any(), EndDeadline);
        living.Living.Select(process => process.ProcessId).Should().Contain(living.ServerIds[0]).And.HaveCount(2);
        swept.Should().NotContain(line => line.Contains($"'{living.RunId}'"));
    }

    [Test]
    public void Sweep_deletes_the_folder_of_a_dead_run_and_spares_that_of_a_living_one()
    {
        var dead = LabelledFolder.Create();
        var living = LabelledFolder.Create();
        var label = OwnerLabel.OfThisProcess() with { Start = "1" };
        File.WriteAllText(Path.Combine(dead.Path, "owner"), label.ToString());

        var swept = OrphanSweep.Run().Removed;

        swept.Should().Contain($"Folder '{dead.Path}', whose harness (process {Environment.ProcessId}) is gone, was deleted.");
        Directory.Exists(dead.Path).Should().BeFalse();
        Directory.Exists(living.Path).Should().BeTrue();
        living.Delete().Should().BeNull();
    }
}
