using System.Collections.Immutable;
using StagingHarness.Execution.Engines.Docker;
using StagingHarness.Execution.Engines.Docker.Endpoints;
using StagingHarness.Execution.Engines.Docker.Images;
using StagingHarness.Execution.Engines.Docker.Sweeping;
using StagingHarness.Execution.Engines.Process;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Systems.Artifacts;

namespace StagingHarness.Engines;

/// <summary>Chooses the engine of a run, and says why.</summary>
/// <param name="images">The images that stages are built upon.</param>
/// <param name="progress">Gets a line when an image is pulled.</param>
/// <param name="timeProvider">Bounds what is asked of engines and registries.</param>
internal sealed class EngineChooser(ImageSettings images, IProgress<string> progress, TimeProvider timeProvider)
{
    private const string OnLoopback = "app servers, gateway, provider and generator run as child processes on this machine's loopback";

    /// <exception cref="NoEngineException">No engine can run it, or not the one that was wished for.</exception>
    public async Task<ChosenEngine> ChooseAsync(EngineWish wish, ScenarioPlan plan, CancellationToken cancellationToken) => wish switch
    {
        EngineWish.Process => Process(plan, "as was asked for"),
        EngineWish.Docker => await DockerAsync(plan, cancellationToken),
        EngineWish.Auto => await AutoAsync(plan, cancellationToken),
    };

    private static ChosenEngine.Process Process(ScenarioPlan plan, string why) => ProcessCapability.WhyNot(plan) is { } obstacle
        ? throw new NoEngineException(plan.Name, $"the engine 'process' serves {why}. {obstacle}")
        : new ChosenEngine.Process { Reason = $"{OnLoopback}, {why}" };

    private async Task<ChosenEngine> DockerAsync(ScenarioPlan plan, CancellationToken cancellationToken)
    {
        try
        {
            return await DescribeAsync(await DockerEndpoint.FindAsync(timeProvider, cancellationToken), cancellationToken);
        }
        catch (EnvironmentException exception)
        {
            throw new NoEngineException(plan.Name, $"the engine 'docker' was asked for. {exception.Message}");
        }
    }

    private async Task<ChosenEngine> AutoAsync(ScenarioPlan plan, CancellationToken cancellationToken)
    {
        DockerEndpoint endpoint;
        try
        {
            endpoint = await DockerEndpoint.FindAsync(timeProvider, cancellationToken);
        }
        catch (NoDockerEndpointException)
        {
            return Process(plan, "since no Docker endpoint answers ('stage doctor' tells which were tried)");
        }
        catch (EnvironmentException exception)
        {
            return Process(plan, $"since Docker cannot serve: {FirstLine(exception.Message)}");
        }

        var obstacle = await DockerCapability.WhyNotAsync(endpoint, images, UsedArtifacts.Of(plan), progress, timeProvider, cancellationToken);
        return obstacle is null
            ? await DescribeAsync(endpoint, cancellationToken)
            : Process(plan, $"since Docker answers at '{endpoint.Address}', but {obstacle}");
    }

    private static string FirstLine(string message) => message.Split('\n')[0].TrimEnd('\r', '.', ':');

    private async Task<ChosenEngine> DescribeAsync(DockerEndpoint endpoint, CancellationToken cancellationToken)
    {
        var isLocal = await DockerCapability.HasAsync(endpoint, images.BaseImage.LocalAlternative, cancellationToken);
        var reaper = await Reaper.CanBeHadAsync(endpoint, mayPull: !isLocal, timeProvider, cancellationToken);
        return new ChosenEngine.Docker(endpoint, reaper)
        {
            Reason = $"app servers, gateway and provider run as containers at '{endpoint.Address}'",
            Notices =
            [
                .. await SweepAsync(endpoint, cancellationToken),
                .. endpoint.IsPodman
                    ? ["Podman knows no bridge without an address: services of this machine can be reached from the stage."]
                    : Array.Empty<string>(),
                .. reaper
                    ? Array.Empty<string>()
                    : [$"Testcontainers' reaper does not serve, since {Reaper.Absence()}; what a killed run leaves is taken away by the next run, or by 'stage clean'."],
            ],
        };
    }

    /// <summary>Takes away what dead runs left on the engine; beside a living run, or with nothing to be taken away, this is one look.</summary>
    private async Task<ImmutableArray<string>> SweepAsync(DockerEndpoint endpoint, CancellationToken cancellationToken)
    {
        if ((await DockerSweep.FindAsync(endpoint, cancellationToken)).Removed.IsEmpty)
        {
            return [];
        }

        var report = await DockerSweep.RunAsync(endpoint, timeProvider, cancellationToken);
        return report.Lines;
    }
}
