using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.FunctionalTests.Waiting;
using StagingHarness.Protocols.Supervisor;

namespace StagingHarness.FunctionalTests.Engines.Docker;

/// <summary>Containers start, are asked, stopped, killed, frozen and cut off, and are gone afterwards.</summary>
public sealed class LifecycleTests : DockerFixture
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    [Test]
    public async Task Instance_started_answers_says_what_it_is_and_writes_its_log()
    {
        await using var stage = await DockerStage.BeginAsync(Endpoint);

        var instance = await stage.StartAsync("tiny-1");
        var answer = await stage.AskAsync(instance, "/say/hello");
        await Eventually.IsTrueAsync("the log says hello", () => LogOf(stage, instance).Any(line => line.Text == "hello"), Soon);

        answer.Status.Should().Be(200);
        instance.Log.Should().Be("logs/tiny-1.1.log");
        instance.ReadyAfter.Should().BePositive();
        instance.StageAddressOf("http").Should().Be(instance.AddressOf("http")).And.Be(new Uri("http://tiny-1.1:8080"));
        instance.Digest.Should().Be(await DockerCommand.RunAsync("inspect", instance.Identity, "--format", "{{.Image}}"));
        (await instance.ReadLogAsync(CancellationToken.None)).Should().Contain("hello");
        stage.Engine.Identity.Version.Should().StartWith("Docker ").And.Contain("API ");
    }

    [Test]
    public async Task Instance_stopped_ends_by_itself_and_tells_its_exit_code()
    {
        await using var stage = await DockerStage.BeginAsync(Endpoint);
        var instance = await stage.StartAsync("tiny-1");

        var exit = await instance.StopAsync(Soon, CancellationToken.None);

        exit.ExitCode.Should().Be(0);
        exit.Killed.Should().BeFalse();
        exit.LastOutput.Should().Contain(line => line.Contains("Application is shutting down"));
        (await instance.StopAsync(Soon, CancellationToken.None)).Should().Be(exit);
    }

    [Test]
    public async Task Instance_that_ignores_the_stop_is_killed_after_its_grace()
    {
        await using var stage = await DockerStage.BeginAsync(Endpoint);
        var instance = await stage.StartAsync("tiny-1", "--stubborn");

        var exit = await instance.StopAsync(TimeSpan.FromMilliseconds(300), CancellationToken.None);

        exit.Killed.Should().BeTrue();
        exit.ExitCode.Should().Be(137);
    }

    [Test]
    public async Task Paused_instance_answers_nothing_until_it_is_resumed_and_can_be_killed_meanwhile()
    {
        await using var stage = await DockerStage.BeginAsync(Endpoint);
        var instance = await stage.StartAsync("tiny-1");

        await instance.PauseAsync(CancellationToken.None);
        var isPaused = await instance.IsPausedAsync(CancellationToken.None);
        var frozen = await stage.Probe.GetAsync(new Uri(instance.AddressOf("http"), "/health"), TimeSpan.FromSeconds(1), CancellationToken.None);
        await instance.ResumeAsync(CancellationToken.None);
        var thawed = await stage.AskAsync(instance, "/health");
        await instance.PauseAsync(CancellationToken.None);
        var exit = await instance.KillAsync(CancellationToken.None);

        isPaused.Should().BeTrue();
        frozen.Status.Should().BeNull();
        thawed.Status.Should().Be(200);
        exit.ExitCode.Should().Be(137);
    }

    [Test]
    public async Task Disconnected_instance_is_unreachable_until_it_is_back_under_its_name()
    {
        await using var stage = await DockerStage.BeginAsync(Endpoint);
        var instance = await stage.StartAsync("tiny-1");

        await instance.DisconnectAsync(CancellationToken.None);
        var gone = await stage.Probe.GetAsync(new Uri(instance.AddressOf("http"), "/health"), TimeSpan.FromSeconds(2), CancellationToken.None);
        await instance.ReconnectAsync(CancellationToken.None);
        await Eventually.IsTrueAsync("it answers again", async () => (await stage.AskAsync(instance, "/health")).Status == 200, Soon);

        gone.Status.Should().BeNull();
        instance.Exited.IsCompleted.Should().BeFalse("it went on running all the while");
    }

    [Test]
    public async Task Instance_without_names_is_found_by_nobody_until_it_has_them_back()
    {
        await using var stage = await DockerStage.BeginAsync(Endpoint);
        var instance = await stage.StartAsync("tiny-1");

        await instance.WithdrawNamesAsync(CancellationToken.None);
        var lost = await stage.Probe.ConnectAsync(instance.AddressOf("http"), TimeSpan.FromSeconds(2), CancellationToken.None);
        await instance.RestoreNamesAsync(CancellationToken.None);
        await Eventually.IsTrueAsync("it answers again", async () => (await stage.AskAsync(instance, "/health")).Status == 200, Soon);

        lost.Should().NotBeNull();
        instance.Exited.IsCompleted.Should().BeFalse("it went on running all the while");
    }

    [Test]
    public async Task Limits_are_enforced_while_it_runs_and_can_be_lifted()
    {
        const long Less = 128L * 1024 * 1024;
        await using var stage = await DockerStage.BeginAsync(Endpoint);
        var instance = await stage.StartAsync("tiny-1");
        var before = await instance.ReadUsageAsync(CancellationToken.None);

        await instance.LimitAsync(new InstanceLimits { MemoryBytes = Less, Processors = 0.02 }, CancellationToken.None);
        await instance.ShellAsync("for i in $(seq 2000); do :; done");
        var limited = await instance.ReadUsageAsync(CancellationToken.None);
        await instance.LimitAsync(
            new InstanceLimits { MemoryBytes = before.MemoryLimitBytes, Processors = double.PositiveInfinity }, CancellationToken.None);
        var lifted = await instance.ReadUsageAsync(CancellationToken.None);

        limited.MemoryLimitBytes.Should().Be(Less).And.BeLessThan(before.MemoryLimitBytes!.Value);
        limited.Throttled.Should().BeGreaterThan(before.Throttled!.Value);
        lifted.MemoryLimitBytes.Should().Be(before.MemoryLimitBytes);
    }

    [Test]
    public async Task Usage_and_commands_are_those_of_the_container()
    {
        await using var stage = await DockerStage.BeginAsync(Endpoint);
        var instance = await stage.StartAsync("tiny-1");

        var before = await instance.ReadUsageAsync(CancellationToken.None);
        await instance.ShellAsync("for i in $(seq 200000); do :; done");
        var after = await instance.ReadUsageAsync(CancellationToken.None);
        var failed = await instance.ShellAsync("echo out; echo err >&2; exit 3");

        after.ProcessorTime.Should().BeGreaterThan(before.ProcessorTime);
        before.MemoryBytes.Should().BeInRange(1_000_000, 256L * 1024 * 1024);
        failed.Should().Be(new CommandResult(3, "out\n", "err\n"));
    }

    [Test]
    public async Task Container_is_never_root_writes_nothing_and_has_bounds()
    {
        await using var stage = await DockerStage.BeginAsync(Endpoint);
        var instance = await stage.StartAsync("tiny-1");

        var settings = await DockerCommand.RunAsync(
            "inspect", instance.Identity, "--format",
            "{{.Config.User}} {{.HostConfig.ReadonlyRootfs}} {{.HostConfig.CapDrop}} {{.HostConfig.SecurityOpt}} {{.HostConfig.Memory}} {{.HostConfig.MemorySwap}} {{.HostConfig.PidsLimit}} {{.HostConfig.Privileged}}");

        settings.Should().Be("1654:1654 true [ALL] [no-new-privileges] 268435456 268435456 200 false");
        (await instance.ShellAsync("id -u")).Output.Should().Be("1654\n");
        (await instance.ShellAsync("touch /etc/x /stage/release/x")).ExitCode.Should().NotBe(0);
        (await instance.ShellAsync("touch /tmp/x /stage/work/x")).ExitCode.Should().Be(0);
    }

    [Test]
    public async Task Folder_that_is_to_be_written_can_be_written_also_where_the_image_has_one_of_roots()
    {
        await using var stage = await DockerStage.BeginAsync(Endpoint);
        var order = await stage.OrderAsync("tiny-1");

        var instance = await stage.Engine.StartAsync(
            order with { Container = order.Container! with { Writable = ["/var/cache"] } }, CancellationToken.None);

        (await instance.ShellAsync("touch /var/cache/x")).Should().Be(new CommandResult(0, "", ""));
        (await instance.ShellAsync("touch /var/log/x")).ExitCode.Should().NotBe(0, "nothing else can be written");
    }

    [Test]
    public async Task Two_versions_run_side_by_side_under_names_of_their_own()
    {
        await using var stage = await DockerStage.BeginAsync(Endpoint);
        var order = await stage.OrderAsync("tiny-1");

        var both = await Task.WhenAll(
            stage.Engine.StartAsync(order with { Aliases = ["tiny"] }, CancellationToken.None),
            stage.Engine.StartAsync(order with { Generation = 2 }, CancellationToken.None));

        both.Select(instance => instance.AddressOf("http").Host).Should().Equal("tiny-1.1", "tiny-1.2");
        (await stage.AskAsync(both[1], "/health")).Status.Should().Be(200);
        (await both[1].ReachesAsync("tiny", 8080)).Should().BeTrue("a service is found under its name");
    }

    [Test]
    public async Task Service_that_is_replaced_is_found_under_the_name_that_others_were_told()
    {
        await using var stage = await DockerStage.BeginAsync(Endpoint);
        var consumer = await stage.StartAsync("tiny-1");
        var order = await stage.OrderAsync("database-1");
        var first = await stage.Engine.StartAsync(order, CancellationToken.None);
        var told = first.LastingAddressOf("http");
        (await consumer.ReachesAsync(told.Host, told.Port)).Should().BeTrue();

        await first.StopAsync(Soon, CancellationToken.None);
        await first.DisposeAsync();
        (await consumer.ReachesAsync(told.Host, told.Port)).Should().BeFalse("it is gone, and the check below must be able to fail");
        await stage.Engine.StartAsync(order with { Generation = 2 }, CancellationToken.None);

        (await consumer.ReachesAsync(told.Host, told.Port)).Should().BeTrue("its successor has taken its place");
    }

    [Test]
    public async Task Container_that_dies_at_its_start_is_told_with_exit_code_and_last_words()
    {
        await using var stage = await DockerStage.BeginAsync(Endpoint);

        var starting = async () => await stage.StartAsync("tiny-1", "--fail");

        (await starting.Should().ThrowAsync<InstanceDiedException>()).Which.Message.Should().Be(
            "Instance 'tiny-1' ended with exit code 3 before it was ready. Its last output:" + Environment.NewLine
            + "    about to fail" + Environment.NewLine + "    the last words, without an end of line");
        (await DockerCommand.RunAsync("ps", "--all", "--filter", $"name={stage.Run.RunId}-tiny-1", "--format", "{{.Names}}")).Should().BeEmpty();
    }

    [Test]
    public async Task Container_that_never_gets_ready_is_told_with_what_was_seen_last()
    {
        await using var stage = await DockerStage.BeginAsync(Endpoint);
        var order = await stage.OrderAsync("tiny-1", "--unhealthy");

        var starting = async () => await stage.Engine.StartAsync(
            order with { Readiness = new ReadinessCheck.HttpOk("http", "/health") { Deadline = TimeSpan.FromSeconds(3) } }, CancellationToken.None);

        (await starting.Should().ThrowAsync<InstanceNotReadyException>()).Which.Message.Should().StartWith(
            "Instance 'tiny-1' was not ready within 3 s; the last check saw HTTP 503 at 'http://tiny-1.1:8080/health'.");
    }

    [Test]
    public async Task Stage_that_has_ended_leaves_nothing_on_the_engine()
    {
        await using var stage = await DockerStage.BeginAsync(Endpoint);
        var instance = await stage.StartAsync("tiny-1");
        (await DockerCommand.ObjectsOfAsync(stage.Run.RunId)).Split('\n').Should().HaveCount(
            5, "a server, the relay and three networks stand, and the check below must be able to fail");

        await stage.EndAsync();

        (await DockerCommand.ObjectsOfAsync(stage.Run.RunId)).Should().BeEmpty();
        stage.Engine.LeftBehind.Should().BeEmpty();
        LogOf(stage, instance).Should().NotBeEmpty().And.NotContain(
            line => line.Text.Contains("the engine told no more"), "a container that was taken away has a whole log");
    }

    private static IReadOnlyList<LogLine> LogOf(DockerStage stage, IInstance instance) =>
        [.. File.ReadLines(Path.Combine(stage.Folder, instance.Log)).Select(LogLine.Parse)];
}
