using System.Collections.Immutable;
using Docker.DotNet;
using Docker.DotNet.Models;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Engines.Docker.Endpoints;
using StagingHarness.Execution.Engines.Docker.Sweeping;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Supervision;

namespace StagingHarness.FunctionalTests.Engines.Docker;

/// <summary>The sweep on a real engine, with objects of owners that are dead, living, or somewhere else.</summary>
public sealed class DockerSweepTests
{
    private static readonly string Prefix = $"sweep-test-{Environment.ProcessId}";

    private static readonly OwnerLabel Living = OwnerLabel.OfThisProcess();

    // This process's id, but another start: a harness that had the id before us.
    private static readonly OwnerLabel Dead = Living with { Start = "1" };

    private DockerEndpoint endpoint = null!;
    private DockerClient client = null!;
    private PauseImage image = null!;

    [OneTimeSetUp]
    public async Task ImportImageAsync()
    {
        endpoint = await RealEngine.RequireAsync();
        client = endpoint.CreateClient();
        image = await PauseImage.ImportAsync(client, Prefix, $"{DockerLabels.Image}=test");
    }

    [OneTimeTearDown]
    public async Task RemoveImageAsync()
    {
        if (client is not null)
        {
            await image.DisposeAsync();
            client.Dispose();
        }
    }

    [TearDown]
    public async Task RemoveObjectsAsync()
    {
        foreach (var container in await client.Containers.ListContainersAsync(new ContainersListParameters { All = true, Filters = Named() }))
        {
            await client.Containers.RemoveContainerAsync(container.ID, new ContainerRemoveParameters { Force = true, RemoveVolumes = true });
        }

        foreach (var network in await client.Networks.ListNetworksAsync(new NetworksListParameters { Filters = Named() }))
        {
            await client.Networks.DeleteNetworkAsync(network.ID);
        }

        foreach (var volume in (await client.Volumes.ListAsync(new VolumesListParameters { Filters = Named() })).Volumes ?? [])
        {
            await client.Volumes.RemoveAsync(volume.Name, force: true);
        }
    }

    [Test]
    public async Task Objects_of_a_dead_run_are_removed_and_all_others_are_spared()
    {
        await CreateAsync("dead", Dead, HostId.OfThisMachine());
        await CreateAsync("living", Living, HostId.OfThisMachine());
        await CreateAsync("inside", Dead with { Namespace = "pid:[1]" }, HostId.OfThisMachine());
        await CreateAsync("elsewhere", Dead, "elsewhere-0123456789ab");
        await CreateAsync("nobody", null, HostId.OfThisMachine());
        var found = await DockerSweep.FindAsync(endpoint, CancellationToken.None);

        var report = await DockerSweep.RunAsync(endpoint, TimeProvider.System, CancellationToken.None);

        Mine(found.Removed).Should().Equal(
            $"Container '{Prefix}-dead' of run 'dead', whose harness (process {Dead.ProcessId}) is gone, would be removed.",
            $"Network '{Prefix}-dead' of run 'dead', whose harness (process {Dead.ProcessId}) is gone, would be removed.",
            $"Volume '{Prefix}-dead' of run 'dead', whose harness (process {Dead.ProcessId}) is gone, would be removed.");
        Mine(report.Removed).Should().Equal(
            $"Container '{Prefix}-dead' of run 'dead', whose harness (process {Dead.ProcessId}) is gone, was removed.",
            $"Network '{Prefix}-dead' of run 'dead', whose harness (process {Dead.ProcessId}) is gone, was removed.",
            $"Volume '{Prefix}-dead' of run 'dead', whose harness (process {Dead.ProcessId}) is gone, was removed.");
        Mine(report.Left).Should().BeEmpty();
        (await NamesAsync()).Should().BeEquivalentTo([.. Thrice("elsewhere"), .. Thrice("inside"), .. Thrice("living"), .. Thrice("nobody")]);
    }

    [Test]
    public async Task Sweeps_at_the_same_time_do_not_disturb_each_other()
    {
        foreach (var run in Enumerable.Range(1, 4))
        {
            await CreateAsync($"dead{run}", Dead, HostId.OfThisMachine());
        }

        var reports = await Task.WhenAll(Enumerable.Range(1, 3).Select(_ => DockerSweep.RunAsync(endpoint, TimeProvider.System, CancellationToken.None)));

        Mine(reports.SelectMany(report => report.Left)).Should().BeEmpty();
        Mine(reports.SelectMany(report => report.Removed)).Distinct().Should().HaveCount(12);
        (await NamesAsync()).Should().BeEmpty();
    }

    [Test]
    public async Task Object_that_appears_late_is_removed_too()
    {
        // As a create that was under way in the engine: the first listing shows nothing yet.
        var time = new PauseHook(() => CreateAsync("late", Dead, HostId.OfThisMachine()).GetAwaiter().GetResult());

        var report = await DockerSweep.RunAsync(endpoint, time, CancellationToken.None);

        Mine(report.Removed).Should().HaveCount(3);
        (await NamesAsync()).Should().BeEmpty();
    }

    [Test]
    public async Task Network_that_somebody_else_uses_is_left_with_the_command_that_removes_it()
    {
        await CreateAsync("dead", Dead, HostId.OfThisMachine());
        await CreateAsync("living", Living, HostId.OfThisMachine(), network: $"{Prefix}-dead");
        var start = TimeProvider.System.GetTimestamp();

        var report = await DockerSweep.RunAsync(endpoint, TimeProvider.System, CancellationToken.None);

        Mine(report.Left).Should().ContainSingle().Which.Should()
            .StartWith($"Network '{Prefix}-dead' of run 'dead', whose harness (process {Dead.ProcessId}) is gone, could not be removed: error while removing network: ")
            .And.EndWith($"has active endpoints; remove it with 'docker network rm {Prefix}-dead'.");
        Mine(report.Removed).Should().HaveCount(2);
        TimeProvider.System.GetElapsedTime(start).Should().BeLessThan(DockerSweep.Deadline);
    }

    [Test]
    public async Task Volume_that_somebody_else_uses_is_left_with_the_command_that_removes_it()
    {
        await CreateAsync("living", Living, HostId.OfThisMachine(), volume: $"{Prefix}-dead");
        await CreateAsync("dead", Dead, HostId.OfThisMachine());

        var report = await DockerSweep.RunAsync(endpoint, TimeProvider.System, CancellationToken.None);

        Mine(report.Left).Should().ContainSingle().Which.Should()
            .Contain("could not be removed: ").And.EndWith($"; remove it with 'docker volume rm {Prefix}-dead'.");
    }

    [Test]
    public async Task Sweep_of_an_engine_that_is_gone_says_so()
    {
        DockerEndpoint gone;
        await using (var engine = FakeDockerEngine.Speaking("1.24", "1.44"))
        {
            gone = await new EndpointSearch(Surroundings(engine.Address), TimeProvider.System).RunAsync(CancellationToken.None);
        }

        var report = await DockerSweep.RunAsync(gone, TimeProvider.System, CancellationToken.None);

        report.Left.Should().Equal(
            "What dead runs left on the Docker engine could not be seen through: Connection failed; run 'stage clean' once the engine answers.");
    }

    [Test]
    public async Task Images_are_kept_while_a_run_lives_or_a_container_uses_them()
    {
        await CreateAsync("living", Living, HostId.OfThisMachine());
        (await DockerImageSweep.RunAsync(endpoint, isDryRun: true, CancellationToken.None)).Should().BeEquivalentTo(
            new SweepReport([], ["Images are kept while run 'living' is living; run 'stage clean --images' when it has ended."]));

        await RemoveObjectsAsync();
        await CreateAsync("elsewhere", Dead, "elsewhere-0123456789ab");
        Named((await DockerImageSweep.RunAsync(endpoint, isDryRun: true, CancellationToken.None)).Removed).Should().BeEmpty();

        await RemoveObjectsAsync();
        Named((await DockerImageSweep.RunAsync(endpoint, isDryRun: true, CancellationToken.None)).Removed)
            .Should().Equal($"Image '{image.Name}' would be removed.");
    }

    private string[] Named(IEnumerable<string> lines) => [.. lines.Where(line => line.Contains(image.Name, StringComparison.Ordinal))];

    private static string[] Mine(IEnumerable<string> lines) => [.. lines.Where(line => line.Contains($"'{Prefix}-", StringComparison.Ordinal))];

    private static string[] Thrice(string name) => [$"container {name}", $"network {name}", $"volume {name}"];

    private static Dictionary<string, IDictionary<string, bool>> Named() => new() { ["name"] = new Dictionary<string, bool> { [Prefix] = true } };

    private static EndpointSurroundings Surroundings(string address) => new()
    {
        Variable = name => name == "DOCKER_HOST" ? address : null,
        ReadFile = _ => null,
        HomeFolder = "/nowhere",
        UserId = "1000",
    };

    private async Task<ImmutableArray<string>> NamesAsync()
    {
        var containers = await client.Containers.ListContainersAsync(new ContainersListParameters { All = true, Filters = Named() });
        var networks = await client.Networks.ListNetworksAsync(new NetworksListParameters { Filters = Named() });
        var volumes = await client.Volumes.ListAsync(new VolumesListParameters { Filters = Named() });
        return
        [
            .. containers.Select(one => $"container {one.Names[0][(Prefix.Length + 2)..]}"),
            .. networks.Select(one => $"network {one.Name[(Prefix.Length + 1)..]}"),
            .. (volumes.Volumes ?? []).Select(one => $"volume {one.Name[(Prefix.Length + 1)..]}"),
        ];
    }

    /// <summary>A running container with a network and a volume, all named after the run.</summary>
    private async Task CreateAsync(string run, OwnerLabel? owner, string host, string? network = null, string? volume = null)
    {
        var name = $"{Prefix}-{run}";
        Dictionary<string, string> labels = owner is null
            ? new() { [DockerLabels.Run] = run, [DockerLabels.Host] = host }
            : new(DockerLabels.ForRun(new RunIdentity { RunId = run, ControlToken = "secret" }, owner, host));
        if (network is null)
        {
            await client.Networks.CreateNetworkAsync(new NetworksCreateParameters { Name = name, Internal = true, Labels = labels });
        }

        if (volume is null)
        {
            await client.Volumes.CreateAsync(new VolumesCreateParameters { Name = name, Labels = labels });
        }
        else
        {
            await client.Volumes.CreateAsync(new VolumesCreateParameters
            {
                Name = volume,
                Labels = new Dictionary<string, string>(DockerLabels.ForRun(new RunIdentity { RunId = "dead", ControlToken = "secret" }, Dead, host)),
            });
        }

        var container = await client.Containers.CreateContainerAsync(new CreateContainerParameters
        {
            Name = name,
            Image = image.Name,
            Labels = labels,
            HostConfig = new HostConfig { NetworkMode = network ?? name, Binds = [$"{volume ?? name}:/data"] },
        });
        await client.Containers.StartContainerAsync(container.ID, new ContainerStartParameters());
    }
}
