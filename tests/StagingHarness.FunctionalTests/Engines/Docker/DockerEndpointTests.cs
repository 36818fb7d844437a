using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Engines.Docker.Endpoints;

namespace StagingHarness.FunctionalTests.Engines.Docker;

/// <summary>What the search makes of engines that answer on a socket, each in its own way.</summary>
public sealed class DockerEndpointTests
{
    [TestCase("1.12", "1.41", "1.41")]
    [TestCase("1.44", "1.52", "1.44")]
    public async Task Engine_is_spoken_to_at_a_version_that_it_knows(string oldest, string newest, string spoken)
    {
        await using var engine = FakeDockerEngine.Speaking(oldest, newest);

        var endpoint = await FindAsync(engine.Address);

        engine.Requests.Should().Equal("/version", $"/v{spoken}/info");
        endpoint.ApiVersion.Should().Be(Version.Parse(spoken));
        endpoint.NewestApiVersion.Should().Be(Version.Parse(newest));
        endpoint.Address.OriginalString.Should().Be(engine.Address);
        endpoint.Source.Should().Be("variable DOCKER_HOST");
        endpoint.Engine.Should().Be("Docker 1.2.3");
        endpoint.Architecture.Should().Be("arm64");
        endpoint.IsPodman.Should().BeFalse();
        endpoint.IsRootless.Should().BeTrue();
        endpoint.StorageFolder.Should().Be("/data");
        endpoint.StorageDriver.Should().Be("overlay2");
        endpoint.MemoryBytes.Should().Be(1024);
        endpoint.Processors.Should().Be(3);
    }

    [Test]
    public async Task Podman_is_known_by_its_own_word()
    {
        await using var engine = FakeDockerEngine.Speaking("1.24", "1.41", ""","Components":[{"Name":"Podman Engine","Version":"5.2.0"}]""");

        (await FindAsync(engine.Address)).Should().Match<DockerEndpoint>(endpoint => endpoint.IsPodman && endpoint.Engine == "Podman 1.2.3");
    }

    [TestCase("1.99", "1.120", "*knows none newer than*")]
    [TestCase("1.12", "1.24", "*needs 1.40 or newer*")]
    public async Task Engine_of_another_time_is_refused(string oldest, string newest, string message)
    {
        await using var engine = FakeDockerEngine.Speaking(oldest, newest);

        await engine.Invoking(one => FindAsync(one.Address)).Should().ThrowAsync<DockerVersionException>().WithMessage(message);
    }

    [Test]
    public async Task Engine_of_windows_containers_is_refused()
    {
        await using var engine = new FakeDockerEngine(_ => FakeDockerEngine.Json("""{"ApiVersion":"1.44","MinAPIVersion":"1.24","Os":"windows"}"""));

        await engine.Invoking(one => FindAsync(one.Address)).Should().ThrowAsync<UnsuitableDockerException>()
            .WithMessage("*cannot carry a stage: its containers are Windows containers. Switch the engine to Linux containers.");
    }

    [TestCase("SSH-2.0-OpenSSH_9.2\r\n", "what answers there is no Docker engine (Invalid response line: SSH-2.0-OpenSSH_9.2)")]
    [TestCase("", "what answers there is no Docker engine (*")]
    [TestCase("<html>", "what answers there is no Docker engine: its answer is no version")]
    [TestCase("{}", "what answers there is no Docker engine: its answer names no version of the API")]
    [TestCase("null", "what answers there is no Docker engine: its answer names no version of the API")]
    [TestCase("""{"ApiVersion":"new"}""", "what answers there is no Docker engine: its answer names no version of the API")]
    public async Task What_is_no_engine_is_told_as_what_it_is(string answer, string observation)
    {
        var isBare = answer.Length == 0 || answer.StartsWith("SSH", StringComparison.Ordinal);
        await using var engine = new FakeDockerEngine(_ => isBare ? answer : FakeDockerEngine.Json(answer));

        await IsRefusedAsync(engine.Address, observation);
    }

    [Test]
    public async Task Engine_that_fails_is_told_with_its_words()
    {
        await using var engine = new FakeDockerEngine(_ => FakeDockerEngine.Json("""{"message":"boom"}""", "500 Internal Server Error"));

        await IsRefusedAsync(engine.Address, """it answered HTTP 500 ({"message":"boom"})""");
    }

    [Test]
    public async Task Engine_that_never_answers_is_given_up()
    {
        await using var engine = new FakeDockerEngine(_ => null);
        var start = TimeProvider.System.GetTimestamp();

        await IsRefusedAsync(engine.Address, "it did not answer within 3 s");

        TimeProvider.System.GetElapsedTime(start).Should().BeCloseTo(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(1.5));
    }

    [Test]
    public async Task Engine_that_says_nothing_of_itself_is_given_up()
    {
        await using var engine = new FakeDockerEngine(path => path == "/version" ? FakeDockerEngine.Json("""{"ApiVersion":"1.41","Os":"linux"}""") : null);

        await IsRefusedAsync(engine.Address, "it told its version, and nothing of itself within 3 s");
    }

    [Test]
    public async Task Search_is_given_up_when_nobody_wants_it()
    {
        await using var engine = new FakeDockerEngine(_ => null);
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(100), TimeProvider.System);

        await engine.Invoking(one => FindAsync(one.Address, source.Token)).Should().ThrowAsync<OperationCanceledException>();
    }

    [TestCase("unix:///nowhere/docker.sock", "there is no such socket")]
    [TestCase("tcp://127.0.0.1:1", "nothing listens there")]
    public Task Address_without_an_engine_is_told(string address, string observation) => IsRefusedAsync(address, observation);

    [Test]
    public async Task Usual_places_are_asked_in_their_order_until_one_answers()
    {
        await using var broken = new FakeDockerEngine(_ => FakeDockerEngine.Json("no", "503 Service Unavailable"));
        await using var engine = FakeDockerEngine.Speaking("1.24", "1.44");
        await using var never = FakeDockerEngine.Speaking("1.24", "1.44");

        (await FindAmongAsync(broken.Address, engine.Address, never.Address)).Address.OriginalString.Should().Be(engine.Address);
        broken.Requests.Should().Equal("/version");
        never.Requests.Should().BeEmpty();
    }

    [Test]
    public async Task Search_in_vain_names_every_place_and_the_fix()
    {
        var search = () => FindAmongAsync("unix:///nowhere/a.sock", "unix:///nowhere/b.sock");

        (await search.Should().ThrowAsync<NoDockerEndpointException>()).Which.Message.ReplaceLineEndings("\n").Should()
            .Be("No Docker engine answers. Install Docker or start it ('sudo systemctl start docker'), or let DOCKER_HOST name an engine that runs. Tried:\n"
                + "    unix:///nowhere/a.sock (usual socket): there is no such socket\n"
                + "    unix:///nowhere/b.sock (usual socket): there is no such socket");
    }

    private static Task<DockerEndpoint> FindAsync(string address, CancellationToken cancellationToken = default) =>
        new EndpointSearch(Surroundings(address), TimeProvider.System).RunAsync(cancellationToken);

    private static Task<DockerEndpoint> FindAmongAsync(params string[] usual) =>
        new EndpointSearch(Surroundings(""), TimeProvider.System).RunAsync(
            [.. usual.Select(address => new EndpointCandidate(new Uri(address), "usual socket", IsExplicit: false))], CancellationToken.None);

    private static async Task IsRefusedAsync(string address, string observation) =>
        await address.Invoking(one => FindAsync(one)).Should().ThrowAsync<DockerNotAnsweringException>().WithMessage(
            $"Docker endpoint '{address}', chosen by variable DOCKER_HOST, does not answer: {observation}. Start that engine, or change variable DOCKER_HOST.");

    private static EndpointSurroundings Surroundings(string address) => new()
    {
        Variable = name => name == "DOCKER_HOST" ? address : null,
        ReadFile = _ => null,
        HomeFolder = "/nowhere",
        UserId = "1000",
    };
}
