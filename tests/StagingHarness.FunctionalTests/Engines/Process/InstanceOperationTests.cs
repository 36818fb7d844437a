using System.Globalization;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Supervision;
using StagingHarness.FunctionalTests.Waiting;

namespace StagingHarness.FunctionalTests.Engines.Process;

/// <summary>What can be done with an instance while it runs.</summary>
[Platform("Linux", Reason = "What came of it is read from /proc.")]
public sealed class InstanceOperationTests : StageFixture
{
    /// <summary>A worker in a session of its own, as PostgreSQL's are.</summary>
    private const string WithWorker = "setsid sleep 600 & echo up; while :; do sleep 600; done";

    [Test]
    public async Task Paused_instance_answers_nothing_and_goes_on_where_it_was()
    {
        await using var stage = await TinyStage.BeginAsync();
        var instance = await stage.StartAsync("tiny-1");

        await instance.PauseAsync(CancellationToken.None);
        var paused = await stage.Probe.GetAsync(new Uri(instance.AddressOf("http"), "/health"), TimeSpan.FromMilliseconds(300), CancellationToken.None);
        await instance.ResumeAsync(CancellationToken.None);

        paused.Status.Should().BeNull();
        (await stage.AskAsync(instance, "/health")).Status.Should().Be(200);
    }

    [Test]
    public async Task Pause_freezes_all_that_descends_from_the_instance_and_resume_frees_it()
    {
        await using var stage = await TinyStage.BeginAsync();
        var instance = await stage.StartShellAsync("db-1", WithWorker);
        var family = await FamilyOfAsync(instance);

        await instance.PauseAsync(CancellationToken.None);
        var frozen = family.Select(ProcessTable.IsFrozen).ToList();
        await instance.ResumeAsync(CancellationToken.None);

        frozen.Should().OnlyContain(state => state == true);
        await Eventually.IsTrueAsync("all go on", () => family.All(id => ProcessTable.IsFrozen(id) == false), TimeSpan.FromSeconds(5));
    }

    [Test]
    public async Task Pause_does_not_wait_for_a_child_that_has_ended_and_that_nobody_reaps()
    {
        await using var stage = await TinyStage.BeginAsync();
        var instance = await stage.StartShellAsync("db-1", "sleep 0.1 & echo up; exec sleep 600");
        await Eventually.IsTrueAsync(
            "the child has ended",
            () => ProcessTable.DescendantsOf(IdOf(instance)) is [var child] && ProcessTable.StartOf(child) is null,
            TimeSpan.FromSeconds(10));

        await instance.PauseAsync(CancellationToken.None);

        ProcessTable.IsFrozen(IdOf(instance)).Should().BeTrue();
    }

    [Test]
    public async Task Paused_instance_that_is_stopped_ends_by_itself()
    {
        await using var stage = await TinyStage.BeginAsync();
        var instance = await stage.StartAsync("tiny-1");
        await instance.PauseAsync(CancellationToken.None);

        var exit = await instance.StopAsync(TimeSpan.FromSeconds(20), CancellationToken.None);

        exit.Killed.Should().BeFalse();
        exit.ExitCode.Should().Be(0);
    }

    [Test]
    public async Task Killed_instance_takes_all_that_descends_from_it_with_it([Values] bool isPaused)
    {
        await using var stage = await TinyStage.BeginAsync();
        var instance = await stage.StartShellAsync("db-1", WithWorker);
        var family = await FamilyOfAsync(instance);
        if (isPaused)
        {
            await instance.PauseAsync(CancellationToken.None);
        }

        var exit = await instance.KillAsync(CancellationToken.None);

        exit.ExitCode.Should().Be(137);
        await Eventually.IsTrueAsync("all are gone", () => family.All(id => ProcessTable.StartOf(id) is null), TimeSpan.FromSeconds(5));
    }

    [Test]
    public async Task Paused_instance_is_gone_after_the_run()
    {
        await using var stage = await TinyStage.BeginAsync();
        var instance = await stage.StartShellAsync("db-1", "trap '' TERM; " + WithWorker);
        var family = await FamilyOfAsync(instance);
        await instance.PauseAsync(CancellationToken.None);

        await stage.Engine.DisposeAsync();

        family.Select(ProcessTable.StartOf).Should().OnlyContain(start => start == null);
        stage.Engine.LeftBehind.Should().BeEmpty();
    }

    [Test]
    public async Task Paused_instances_are_gone_when_their_supervisor_is_killed()
    {
        await using var stage = await TinyStage.BeginAsync();
        var instance = await stage.StartShellAsync("db-1", WithWorker);
        var family = await FamilyOfAsync(instance);
        await instance.PauseAsync(CancellationToken.None);

        ProcessTable.Kill(stage.Engine.SupervisorProcessId, ProcessTable.StartOf(stage.Engine.SupervisorProcessId));

        await Eventually.IsTrueAsync("all are gone", () => family.All(id => ProcessTable.StartOf(id) is null), TimeSpan.FromSeconds(10));
    }

    [Test]
    public async Task Instance_that_has_ended_cannot_be_paused()
    {
        await using var stage = await TinyStage.BeginAsync();
        var instance = await stage.StartShellAsync("db-1", "echo up; exec sleep 600");
        await instance.KillAsync(CancellationToken.None);

        await instance.Awaiting(each => each.PauseAsync(CancellationToken.None)).Should().ThrowAsync<Execution.Engines.Process.InstanceNotFrozenException>();
    }

    [Test]
    public async Task Instance_cannot_be_taken_off_a_network_that_is_not_there()
    {
        await using var stage = await TinyStage.BeginAsync();
        var instance = await stage.StartShellAsync("db-1", "echo up; exec sleep 600");

        await instance.Awaiting(each => each.DisconnectAsync(CancellationToken.None)).Should().ThrowAsync<NotPossibleException>().WithMessage(
            "The process engine cannot take instance 'db-1' off the network, since all instances share this machine's loopback. "
            + "Pause it instead, or use '--engine docker'.");
        await instance.Awaiting(each => each.ReconnectAsync(CancellationToken.None)).Should().ThrowAsync<NotPossibleException>().WithMessage(
            "The process engine cannot put instance 'db-1' back on the network, since *");
    }

    [Test]
    public async Task Command_runs_in_the_environment_and_folder_of_the_instance()
    {
        await using var stage = await TinyStage.BeginAsync();
        var instance = await stage.StartShellAsync("db-1", "echo up; exec sleep 600");

        var result = await instance.ExecuteAsync(["sh", "-c", "pwd; echo $WORK; echo oops >&2; exit 3"], CancellationToken.None);

        var lines = result.Output.TrimEnd().Split('\n');
        lines.Should().HaveCount(2).And.OnlyContain(line => line == lines[0] && line.EndsWith("/work"));
        result.Error.Should().Be("oops\n");
        result.ExitCode.Should().Be(3);
        Directory.GetFiles(Path.Combine(stage.Folder, "logs")).Select(Path.GetFileName).Should().Equal("db-1.1.log");
    }

    [Test]
    public async Task Command_that_does_not_exist_has_the_exit_code_that_a_shell_gives_it()
    {
        await using var stage = await TinyStage.BeginAsync();
        var instance = await stage.StartShellAsync("db-1", "echo up; exec sleep 600");

        var result = await instance.ExecuteAsync(["no-such-program-anywhere"], CancellationToken.None);

        result.ExitCode.Should().Be(127);
        result.Error.Should().StartWith("Program 'no-such-program-anywhere' could not be started: ");
    }

    [Test]
    public async Task Command_that_writes_without_end_is_read_up_to_the_bound()
    {
        await using var stage = await TinyStage.BeginAsync();
        var instance = await stage.StartShellAsync("db-1", "echo up; exec sleep 600");

        var result = await instance.ExecuteAsync(["sh", "-c", "yes | head -c 1000000; printf %100000s x >&2"], CancellationToken.None);

        result.Output.Should().HaveLength(64 * 1024).And.StartWith("y\ny\n");
        result.Error.Should().HaveLength(64 * 1024);
    }

    [Test]
    public async Task Command_that_is_given_up_is_killed()
    {
        await using var stage = await TinyStage.BeginAsync();
        var instance = await stage.StartShellAsync("db-1", "echo up; exec sleep 600");
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await instance.Awaiting(each => each.ExecuteAsync(["sleep", "599"], soon.Token)).Should().ThrowAsync<OperationCanceledException>();

        ProcessTable.DescendantsOf(stage.Engine.SupervisorProcessId).Should().Equal(IdOf(instance));
    }

    [Test]
    public async Task Usage_counts_the_instance_and_all_that_descends_from_it()
    {
        await using var stage = await TinyStage.BeginAsync();
        var alone = await stage.StartShellAsync("db-1", "echo up; exec sleep 600");
        var busy = await stage.StartShellAsync("db-2", "i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done; sleep 600 & sleep 600 & echo up; wait");
        await FamilyOfAsync(busy);

        var (one, three) = (await alone.ReadUsageAsync(CancellationToken.None), await busy.ReadUsageAsync(CancellationToken.None));

        one.MemoryBytes.Should().BeInRange(100_000, 50_000_000);
        three.MemoryBytes.Should().BeGreaterThan(one.MemoryBytes * 3 / 2);
        three.ProcessorTime.Should().BeGreaterThan(one.ProcessorTime).And.BeLessThan(TimeSpan.FromSeconds(60));
    }

    [Test]
    public async Task Log_is_read_whole_and_without_its_times()
    {
        await using var stage = await TinyStage.BeginAsync();
        var instance = await stage.StartShellAsync("db-1", "seq 1 100; echo up; exec sleep 600");

        var log = await instance.ReadLogAsync(CancellationToken.None);

        log.Should().Equal([.. Enumerable.Range(1, 100).Select(number => number.ToString(CultureInfo.InvariantCulture)), "up"]);
    }

    private static int IdOf(IInstance instance) => int.Parse(instance.Identity, CultureInfo.InvariantCulture);

    /// <summary>The instance and its descendants, once these have begun.</summary>
    private static async Task<int[]> FamilyOfAsync(IInstance instance)
    {
        var id = IdOf(instance);
        await Eventually.IsTrueAsync("its children run", () => ProcessTable.DescendantsOf(id).Count == 2, TimeSpan.FromSeconds(10));
        return [id, .. ProcessTable.DescendantsOf(id)];
    }
}
