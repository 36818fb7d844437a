using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Engines.Docker.Endpoints;

namespace StagingHarness.Tests.Execution.Engines.Docker.Endpoints;

/// <summary>What is said when no engine can be used.</summary>
public sealed class EndpointMessageTests
{
    private static readonly string N = Environment.NewLine;

    [Test]
    public void Search_in_vain_is_told_with_everything_that_was_tried() =>
        new NoDockerEndpointException(["unix:///a (usual socket): there is no such socket", "unix:///b (Podman): nothing listens there"], "Start it.").Message.Should()
            .Be($"No Docker engine answers. Start it. Tried:{N}    unix:///a (usual socket): there is no such socket{N}    unix:///b (Podman): nothing listens there");

    [Test]
    public void Chosen_engine_that_does_not_answer_is_told() =>
        new DockerNotAnsweringException("unix:///a", "variable DOCKER_HOST", "nothing listens there").Message.Should()
            .Be("Docker endpoint 'unix:///a', chosen by variable DOCKER_HOST, does not answer: nothing listens there. Start that engine, or change variable DOCKER_HOST.");

    [Test]
    public async Task Engine_of_another_machine_is_told_without_asking_it()
    {
        var search = new EndpointSearch(new FakeSurroundings().WithVariable("DOCKER_HOST", "tcp://10.0.0.7:2375").Build(), TimeProvider.System);

        (await search.Invoking(one => one.RunAsync(CancellationToken.None)).Should().ThrowAsync<UnsuitableDockerException>()).Which.Message.Should()
            .Be("Docker endpoint 'tcp://10.0.0.7:2375' (variable DOCKER_HOST) cannot carry a stage: its engine runs on another machine, and a stage is published "
                + "on its machine's 127.0.0.1 only, so that it cannot be reached from here. Name an engine of this machine, or run the harness on that one.");
    }

    [Test]
    public void Version_that_is_none_is_told() =>
        new Action(() => EndpointSearch.ChosenVersion(new FakeSurroundings().WithVariable("DOCKER_API_VERSION", "new").Build()))
            .Should().Throw<DockerSettingException>().Which.Message.Should()
            .Be("Value 'new' of variable DOCKER_API_VERSION cannot be used: it is no version. Remove it: the version is negotiated without it.");

    [Test]
    public void Version_comes_from_the_variable_then_from_the_properties()
    {
        EndpointSearch.ChosenVersion(new FakeSurroundings().Build()).Should().BeNull();
        EndpointSearch.ChosenVersion(new FakeSurroundings().WithProperties("docker.api.version=1.43").Build()).Should().Be(new Version(1, 43));
        EndpointSearch.ChosenVersion(new FakeSurroundings().WithVariable("DOCKER_API_VERSION", "1.42").WithProperties("docker.api.version=1.43").Build())
            .Should().Be(new Version(1, 42));
    }
}
