using Docker.DotNet.Models;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Cleaning;
using StagingHarness.Execution.Engines.Docker.Endpoints;
using StagingHarness.Execution.Engines.Docker.Sweeping;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Supervision;
using StagingHarness.FunctionalTests.Engines.Docker;

namespace StagingHarness.FunctionalTests.Cleaning;

public sealed class StageCleaningTests
{
    [Test]
    public async Task Cleaning_without_docker_says_so_and_is_clean()
    {
        var report = await RunAsync(() => throw new NoDockerEndpointException([], "Start it."));

        report.Lines[^1].Should().Be("No Docker engine answers, so nothing was looked for on one.");
        report.IsClean.Should().BeTrue();
    }

    [Test]
    public async Task Cleaning_on_a_chosen_engine_that_does_not_answer_is_not_clean()
    {
        var report = await RunAsync(() => throw new DockerNotAnsweringException("unix:///a", "variable DOCKER_HOST", "nothing listens there"));

        report.Lines[^1].Should().StartWith("Nothing was looked for on a Docker engine: Docker endpoint 'unix:///a', chosen by variable DOCKER_HOST, does not answer");
        report.IsClean.Should().BeFalse();
    }

    [Test]
    public async Task Cleaning_removes_what_a_dry_run_has_told()
    {
        var endpoint = await RealEngine.RequireAsync();
        using var client = endpoint.CreateClient();
        var name = $"cleaning-test-{Environment.ProcessId}";
        var owner = OwnerLabel.OfThisProcess() with { Start = "1" };
        await client.Volumes.CreateAsync(new VolumesCreateParameters
        {
            Name = name,
            Labels = new Dictionary<string, string>(
                DockerLabels.ForRun(new RunIdentity { RunId = "r1", ControlToken = "secret" }, owner, HostId.OfThisMachine())),
        });

        var told = await RunAsync(() => Task.FromResult(endpoint), new CleaningOptions { IsDryRun = true });
        var done = await RunAsync(() => Task.FromResult(endpoint));

        var subject = $"Volume '{name}' of run 'r1', whose harness (process {owner.ProcessId}) is gone,";
        told.Lines.Should().Contain($"{subject} would be removed.");
        done.Lines.Should().Contain($"{subject} was removed.");
        ((await client.Volumes.ListAsync(CancellationToken.None)).Volumes ?? []).Should().NotContain(volume => volume.Name == name);
    }

    private static Task<CleaningReport> RunAsync(Func<Task<DockerEndpoint>> findEngine, CleaningOptions? options = null) =>
        StageCleaning.RunAsync(options ?? new CleaningOptions(), findEngine, TimeProvider.System, CancellationToken.None);
}
