using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Ports.Instances;

namespace StagingHarness.FunctionalTests.Engines.Docker;

/// <summary>What an app server on the stage reaches, and who reaches the stage. Every check is proved able to find a way where there is one.</summary>
public sealed class IsolationTests : DockerFixture
{
    [Test]
    public async Task App_server_reaches_members_of_the_stage_and_nothing_else()
    {
        await using var stage = await DockerStage.BeginAsync(Endpoint);
        var server = await stage.StartAsync("tiny-1");
        var (provider, _) = await stage.StartProviderAsync();
        var (gateway, _) = await stage.StartGatewayAsync();

        (await server.ReachesAsync("provider", 8080)).Should().BeTrue("a server calls its provider, and the checks below must be able to fail");
        (await server.ReachesAsync("provider.control", 8081)).Should().BeFalse("control listeners are the harness's alone");
        (await server.ReachesAsync("gateway.control", 8081)).Should().BeFalse("control listeners are the harness's alone");
        (await server.ReachesAsync("relay", 8081)).Should().BeFalse("the relay listens on the control network only");
        foreach (var address in await AddressesOfAsync(provider, gateway))
        {
            (await server.ReachesAsync(address, 8081)).Should().BeFalse($"nobody but the harness reaches a control port, at {address}");
        }

        (await server.ReachesAsync("1.1.1.1", 53)).Should().BeFalse("nothing leads out of the stage");
        (await server.ShellAsync("timeout 2 getent hosts deb.debian.org")).ExitCode.Should().NotBe(0, "no name outside of the stage is known");
    }

    [Test]
    public async Task App_server_reaches_no_service_of_this_machine_at_any_of_its_addresses()
    {
        await using var stage = await DockerStage.BeginAsync(Endpoint);
        var server = await stage.StartAsync("tiny-1");
        await stage.StartGatewayAsync();
        using var service = new TcpListener(IPAddress.Any, 0);
        service.Start();
        var port = ((IPEndPoint)service.LocalEndpoint).Port;

        // The bridges' own addresses are among them, those of the stage's networks, too.
        var addresses = NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(network => network.GetIPProperties().UnicastAddresses)
            .Select(address => address.Address)
            .Where(address => address.AddressFamily == AddressFamily.InterNetwork)
            .Select(address => address.ToString())
            .Concat(await GatewaysAsync(stage.Run.RunId))
            .Distinct()
            .ToList();
        foreach (var address in addresses.Where(address => address != "127.0.0.1"))
        {
            (await server.ReachesAsync(address, port)).Should().BeFalse($"a service of this machine at {address} is none of the stage's business");
        }

        addresses.Should().HaveCountGreaterThan(3, "loopback, this machine's network and the stage's bridges are there to be tried");
        service.Pending().Should().BeFalse("no connection arrived");
    }

    [Test]
    public async Task Nothing_is_published_beyond_loopback_and_only_what_clients_and_the_harness_need()
    {
        await using var stage = await DockerStage.BeginAsync(Endpoint);
        await stage.StartAsync("tiny-1");
        await stage.StartProviderAsync();
        await stage.StartGatewayAsync();

        var published = (await DockerCommand.RunAsync(
            "ps", "--filter", $"label=org.staging-harness.run={stage.Run.RunId}", "--format", "{{.Names}} {{.Ports}}")).Split('\n');

        published.Should().HaveCount(4);
        published.Where(line => line.Contains("->", StringComparison.Ordinal)).Select(line => line.Split(' ')[0]).Should().BeEquivalentTo(
            $"{stage.Run.RunId}-gateway-1", $"{stage.Run.RunId}-provider-1", $"{stage.Run.RunId}-relay-1");
        published.Should().OnlyContain(line => !line.Contains("->", StringComparison.Ordinal)
            || line.Split(' ', 2)[1].Split(", ").Where(port => port.Contains("->")).All(port => port.StartsWith("127.0.0.1:")));
    }

    [Test]
    public async Task Relay_takes_nobody_without_the_token_of_the_run()
    {
        await using var stage = await DockerStage.BeginAsync(Endpoint);
        await stage.StartAsync("tiny-1");
        var relay = (await DockerCommand.RunAsync("port", $"{stage.Run.RunId}-relay-1", "8081/tcp")).Split(':');
        var stranger = new StagingHarness.Execution.Dialing.RelayDialer(TimeProvider.System);
        stranger.UseRelay(new IPEndPoint(IPAddress.Loopback, int.Parse(relay[1], CultureInfo.InvariantCulture)), "guessed");

        await stranger.Invoking(dialer => dialer.ConnectAsync("tiny-1.1", 8080, CancellationToken.None)).Should().ThrowAsync<IOException>();

        await using var ours = await stage.Dialer.ConnectAsync("tiny-1.1", 8080, CancellationToken.None);
        ours.CanWrite.Should().BeTrue("the same connection comes about with the token");
    }

    private static async Task<IReadOnlyList<string>> AddressesOfAsync(params IInstance[] instances)
    {
        var lines = await Task.WhenAll(instances.Select(instance => DockerCommand.RunAsync(
            "inspect", instance.Identity, "--format", "{{range .NetworkSettings.Networks}}{{.IPAddress}} {{end}}")));
        var addresses = lines.SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        addresses.Should().HaveCount(3 * instances.Length, "each stands in three networks");
        return addresses;
    }

    private static async Task<IReadOnlyList<string>> GatewaysAsync(string runId) => (await DockerCommand.RunAsync(
        "network", "inspect", $"{runId}-internal", $"{runId}-edge", $"{runId}-control", "--format", "{{range .IPAM.Config}}{{.Gateway}}{{end}}"))
        .Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
