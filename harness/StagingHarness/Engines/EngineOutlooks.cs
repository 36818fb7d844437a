using System.Collections.Immutable;
using StagingHarness.Execution.Engines.Docker;
using StagingHarness.Execution.Engines.Docker.Endpoints;
using StagingHarness.Execution.Engines.Process;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.Scenarios.Plans.Systems.Artifacts;

namespace StagingHarness.Engines;

/// <summary>Looks at engines as a run would choose between them, and says which steps they cannot carry out.</summary>
public static class EngineOutlooks
{
    private const string ProcessEngine = "process";
    private const string DockerEngine = "docker";

    /// <summary>The outlook of a plan on the engine that is wished for.</summary>
    public static async Task<EngineOutlook> OfAsync(EngineWish wish, ScenarioPlan plan, CancellationToken cancellationToken)
    {
        var outlook = wish switch
        {
            EngineWish.Process => OnProcesses(plan, "as was asked for"),
            EngineWish.Docker => await OnDockerAsync(plan, Unanswered, "ends with exit code 4", cancellationToken),
            EngineWish.Auto => await OnDockerAsync(plan, OnProcesses, "starts processes instead", cancellationToken),
        };
        return outlook with { Obstacles = [.. outlook.Obstacles, .. Hooks(plan)] };
    }

    /// <summary>As text, each line with its end.</summary>
    public static string Print(EngineOutlook outlook)
    {
        ImmutableArray<string> lines =
        [
            $"On engine '{outlook.Engine}', {outlook.Reason}",
            .. outlook.Notices.Select(notice => $"  {notice}"),
            .. outlook.Obstacles.Select(obstacle => obstacle.Step is { } step ? $"  [{step}] not possible: {obstacle.Why}" : $"  not possible: {obstacle.Why}"),
            .. outlook.Obstacles.IsEmpty ? ["  every step is possible"] : Array.Empty<string>(),
        ];
        return string.Concat(lines.Select(line => $"{line}\n"));
    }

    /// <summary>A plan is looked at from the command line, and that has no hooks on any engine.</summary>
    private static IEnumerable<EngineObstacle> Hooks(ScenarioPlan plan) =>
        ParallelStepPlan.Flat([.. plan.Steps, .. plan.Runbook]).OfType<HookStepPlan>().Select(hook =>
            new EngineObstacle(hook.Number, $"Hook '{hook.Hook}' is C#, and the command line has no hooks. Run the scenario from a test ('RehearsalOptions.Hooks')."));

    private static EngineOutlook OnProcesses(ScenarioPlan plan, string why) => new()
    {
        Engine = ProcessEngine,
        Reason = why,
        Obstacles = [.. ProcessCapability.Obstacles(plan).Select(obstacle => new EngineObstacle(obstacle.Step, obstacle.Why))],
    };

    private static EngineOutlook Unanswered(ScenarioPlan plan, string why) =>
        new() { Engine = DockerEngine, Reason = "as was asked for", Obstacles = [new EngineObstacle(null, $"it does not serve {why}")] };

    private static async Task<EngineOutlook> OnDockerAsync(
        ScenarioPlan plan, Func<ScenarioPlan, string, EngineOutlook> otherwise, string withoutImage, CancellationToken cancellationToken)
    {
        try
        {
            var endpoint = await DockerEndpoint.FindAsync(TimeProvider.System, cancellationToken);
            return new EngineOutlook
            {
                Engine = DockerEngine,
                Reason = $"which answers at '{endpoint.Address}'",
                Obstacles = [],
                Notices = await ToPullAsync(endpoint, plan, withoutImage, cancellationToken),
            };
        }
        catch (NoDockerEndpointException)
        {
            return otherwise(plan, "since no Docker endpoint answers ('stage doctor' tells which were tried)");
        }
        catch (EnvironmentException exception)
        {
            return otherwise(plan, $"since Docker cannot serve: {exception.Message.Split('\n')[0].TrimEnd('\r', '.', ':')}");
        }
    }

    private static async Task<ImmutableArray<string>> ToPullAsync(
        DockerEndpoint endpoint, ScenarioPlan plan, string withoutImage, CancellationToken cancellationToken)
    {
        var notices = ImmutableArray.CreateBuilder<string>();
        var images = UsedArtifacts.Of(plan).OfType<ImageArtifactPlan>().Select(image => image.Reference);
        foreach (var image in images.Distinct(StringComparer.Ordinal))
        {
            if (!await DockerCapability.HasAsync(endpoint, image, cancellationToken))
            {
                notices.Add($"image '{image}' is not on the engine: a run pulls it, and {withoutImage} where it cannot");
            }
        }

        return notices.ToImmutable();
    }
}
