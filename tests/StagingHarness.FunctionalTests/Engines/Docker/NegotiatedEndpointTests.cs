using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Containers;
using DotNet.Testcontainers.Images;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Engines.Docker.Endpoints;

namespace StagingHarness.FunctionalTests.Engines.Docker;

public sealed class NegotiatedEndpointTests
{
    [Test]
    public async Task Container_of_testcontainers_runs_at_the_negotiated_version()
    {
        Environment.GetEnvironmentVariable("DOCKER_API_VERSION").Should().BeNull("the version must come from the engine");
        var endpoint = await RealEngine.RequireAsync();
        using var client = endpoint.CreateClient();
        await using var image = await PauseImage.ImportAsync(client, $"negotiated-{Environment.ProcessId}");
        await using var container = new ContainerBuilder(image.Name)
            .WithDockerEndpoint(endpoint.Configuration)
            .WithImagePullPolicy(PullPolicy.Never)
            .WithCleanUp(false)
            .WithAutoRemove(true)
            .WithCreateParameterModifier(parameters => parameters.StopSignal = "SIGKILL")
            .Build();

        await container.StartAsync();

        container.State.Should().Be(TestcontainersStates.Running);
        (await client.Containers.InspectContainerAsync(container.Id)).State!.Running.Should().BeTrue();
        endpoint.Configuration.Version.Should().Be(endpoint.ApiVersion);
    }

    /// <summary>Doctor names the reaper's image without waking Testcontainers, whose settings ask engines as they are loaded.</summary>
    [Test]
    public void Image_of_the_reaper_is_that_of_testcontainers()
    {
        var field = typeof(ResourceReaper).GetField("RyukImage", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!;

        ((IImage?)field.GetValue(null))?.FullName.Should().Be(ReaperImage.Default);
    }
}
