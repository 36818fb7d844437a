using System.Collections.Immutable;
using System.Globalization;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Supervision;
using StagingHarness.FunctionalTests.Waiting;
using StagingHarness.Protocols.Supervisor;

namespace StagingHarness.FunctionalTests.Engines.Process;

public sealed class ProcessEngineTests : StageFixture
{
    [Test]
    public async Task Instance_started_answers_at_its_address_and_writes_its_log()
    {
        await using var stage = await TinyStage.BeginAsync();

        var instance = await stage.StartAsync("tiny-1");
        var answer = await stage.AskAsync(instance, "/say/hello");
        await Eventually.IsTrueAsync("the log says hello", () => LogOf(stage, instance).Any(line => line.Text == "hello"), TimeSpan.FromSeconds(5));

        answer.Status.Should().Be(200);
        instance.Log.Should().Be("logs/tiny-1.1.log");
        instance.ReadyAfter.Should().BePositive();
        instance.StageAddressOf("http").Should().Be(instance.AddressOf("http"));
        ProcessTable.StartOf(IdOf(instance)).Should().NotBeNull();
        (stage.Engine.Identity.Name, stage.Engine.Identity.Reason).Should().Be(("process", "a test asked for it"));
        instance.Digest.Should().BeNull("a platform and a release are two artifacts");
    }

    [Test]
    public async Task Instance_stopped_ends_by_itself_and_is_gone()
    {
        await using var stage = await TinyStage.BeginAsync();
        var instance = await stage.StartAsync("tiny-1");

        var exit = await instance.StopAsync(TimeSpan.FromSeconds(10), CancellationToken.None);

        exit.ExitCode.Should().Be(0);
        exit.Killed.Should().BeFalse();
        exit.LastOutput.Should().Contain(line => line.Contains("Application is shutting down"));
        ProcessTable.StartOf(IdOf(instance)).Should().BeNull();
        (await instance.StopAsync(TimeSpan.FromSeconds(10), CancellationToken.None)).Should().Be(exit);
    }

    [Test]
    public async Task Instance_that_ignores_the_stop_is_killed_after_its_grace()
    {
        await using var stage = await TinyStage.BeginAsync();
        var instance = await stage.StartAsync("tiny-1", "--stubborn");

        var exit = await instance.StopAsync(TimeSpan.FromMilliseconds(300), CancellationToken.None);

        exit.Killed.Should().BeTrue();
        exit.ExitCode.Should().Be(137);
    }

    [Test]
    public async Task Instance_killed_ends_at_once()
    {
        await using var stage = await TinyStage.BeginAsync();
        var instance = await stage.StartAsync("tiny-1");

        var exit = await instance.KillAsync(CancellationToken.None);

        exit.Killed.Should().BeTrue();
        exit.ExitCode.Should().Be(137);
    }

    [Test]
    public async Task Instance_that_somebody_else_ends_is_seen_to_exit_and_was_not_killed_by_the_harness()
    {
        await using var stage = await TinyStage.BeginAsync();
        var instance = await stage.StartAsync("tiny-1");

        ProcessTable.Kill(IdOf(instance), ProcessTable.StartOf(IdOf(instance)));
        var exit = await instance.Exited.WaitAsync(TimeSpan.FromSeconds(5));

        exit.Killed.Should().BeFalse();
        exit.ExitCode.Should().Be(137);
    }

    [Test]
    public async Task Request_in_flight_is_finished_when_its_instance_is_stopped()
    {
        await using var stage = await TinyStage.BeginAsync();
        var instance = await stage.StartAsync("tiny-1");
        await stage.AskAsync(instance, "/slow/1");
        var inFlight = stage.AskAsync(instance, "/slow/1500");
        await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System, CancellationToken.None);

        var exit = await instance.StopAsync(TimeSpan.FromSeconds(10), CancellationToken.None);
        var answer = await inFlight;

        answer.Status.Should().Be(200);
        answer.Body.Should().Be("finished");
        exit.Killed.Should().BeFalse();
    }

    [Test]
    public async Task Placeholders_are_filled_in_and_the_harness_settings_stay_outside()
    {
        Environment.SetEnvironmentVariable("ASPNETCORE_LEAKED", "from the test");
        await using var stage = await TinyStage.BeginAsync();
        var order = await stage.OrderAsync("tiny-1", "--release", "{release.path}", "--port", "{listen.http.port}", "--other", "{other}");
        order = order with { Environment = order.Environment.Add("TINY_PLATFORM", "{platform.path}") };

        var instance = await stage.Engine.StartAsync(order, CancellationToken.None);
        var arguments = (await stage.AskAsync(instance, "/arguments")).Body.Split('\n');
        var platform = (await stage.AskAsync(instance, "/environment/TINY_PLATFORM")).Body;
        var leaked = (await stage.AskAsync(instance, "/environment/ASPNETCORE_LEAKED")).Body;
        Environment.SetEnvironmentVariable("ASPNETCORE_LEAKED", null);

        var server = Path.Combine(stage.Folder, "servers", "tiny-1", "1");
        arguments.Should().Equal(
            "--release", Path.Combine(server, "release"),
            "--port", instance.AddressOf("http").Port.ToString(CultureInfo.InvariantCulture),
            "--other", "{other}");
        platform.Should().Be(Path.Combine(server, "platform"));
        leaked.Should().Be("(none)");
    }

    [Test]
    public async Task Instance_that_dies_early_is_told_with_its_last_output_long_before_the_deadline()
    {
        await using var stage = await TinyStage.BeginAsync();

        var start = async () => await stage.StartAsync("tiny-1", "--fail");

        var died = (await start.Should().ThrowWithinAsync<InstanceDiedException>(TimeSpan.FromSeconds(60))).Which;
        died.Exit.ExitCode.Should().Be(3);
        died.Exit.LastOutput.Should().BeEquivalentTo("about to fail", "the last words, without an end of line");
    }

    [Test]
    public async Task Instance_that_is_not_ready_by_its_deadline_is_ended_and_told_with_the_last_observation()
    {
        await using var stage = await TinyStage.BeginAsync();
        var order = await stage.OrderAsync("tiny-1", "--unhealthy");
        order = order with { Readiness = new ReadinessCheck.HttpOk("http", "/health") { Deadline = TimeSpan.FromSeconds(8) } };

        var start = async () => await stage.Engine.StartAsync(order, CancellationToken.None);

        (await start.Should().ThrowAsync<InstanceNotReadyException>()).Which.Message.Should().Contain("HTTP 503 at 'http://127.0.0.1:");
        LabelledProcess.FindAll().Should().NotContain(process => process.Owner.ProcessId == Environment.ProcessId && process.ProcessId != stage.Engine.SupervisorProcessId);
    }

    [Test]
    public async Task Start_that_is_cancelled_leaves_no_process_and_says_that_it_was_cancelled()
    {
        await using var stage = await TinyStage.BeginAsync();
        var order = await stage.OrderAsync("tiny-1", "--unhealthy");
        using var cancellation = new CancellationTokenSource(TimeSpan.FromSeconds(1));

        var start = async () => await stage.Engine.StartAsync(order, cancellation.Token);

        await start.Should().ThrowAsync<OperationCanceledException>();
        LabelledProcess.FindAll().Should().NotContain(process => process.Owner.ProcessId == Environment.ProcessId && process.ProcessId != stage.Engine.SupervisorProcessId);
    }

    [Test]
    public async Task Tcp_readiness_counts_once_the_listener_accepts()
    {
        await using var stage = await TinyStage.BeginAsync();
        var order = await stage.OrderAsync("tiny-1", "--unhealthy");
        order = order with { Readiness = new ReadinessCheck.TcpAccepts("http") { Deadline = TimeSpan.FromSeconds(20) } };

        var instance = await stage.Engine.StartAsync(order, CancellationToken.None);

        (await stage.AskAsync(instance, "/health")).Status.Should().Be(503);
    }

    [Test]
    public async Task Engine_disposed_leaves_no_process_and_nothing_behind()
    {
        var stage = await TinyStage.BeginAsync();
        var instances = await Task.WhenAll(Enumerable.Range(1, 3).Select(number => stage.StartAsync($"tiny-{number}")));

        await stage.DisposeAsync();

        instances.Select(instance => ProcessTable.StartOf(IdOf(instance))).Should().AllSatisfy(start => start.Should().BeNull());
        ProcessTable.StartOf(stage.Engine.SupervisorProcessId).Should().BeNull();
        stage.Engine.LeftBehind.Should().BeEmpty();
    }

    private static int IdOf(IInstance instance) => int.Parse(instance.Identity, CultureInfo.InvariantCulture);

    private static ImmutableArray<LogLine> LogOf(TinyStage stage, IInstance instance) =>
        [.. File.ReadAllLines(Path.Combine(stage.Folder, instance.Log)).Select(LogLine.Parse)];
}
