using System.Collections.Immutable;
using StagingHarness.Execution.Engines.Docker.Endpoints;
using StagingHarness.Execution.Engines.Docker.Sweeping;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Supervision;

namespace StagingHarness.Cleaning;

/// <summary>Removes what runs have left behind whose harness is gone: processes, and objects on the Docker engine.</summary>
public static class StageCleaning
{
    /// <summary>Cleans up. Living runs' processes and objects, and those of other machines, are never touched.</summary>
    /// <param name="options">What goes.</param>
    /// <param name="timeProvider">Bounds the search for the engine, and the sweep on it to 10 s.</param>
    /// <param name="cancellationToken">Gives up the cleaning.</param>
    public static Task<CleaningReport> RunAsync(CleaningOptions options, TimeProvider timeProvider, CancellationToken cancellationToken) =>
        RunAsync(options, () => DockerEndpoint.FindAsync(timeProvider, cancellationToken), timeProvider, cancellationToken);

    /// <summary>As above, on an engine that a test has chosen.</summary>
    internal static async Task<CleaningReport> RunAsync(
        CleaningOptions options, Func<Task<DockerEndpoint>> findEngine, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        var processes = options.IsDryRun ? new SweepReport(OrphanSweep.Find(), []) : OrphanSweep.Run();
        var lines = LinesOf(processes, "No process of a dead run was found.");
        try
        {
            var endpoint = await findEngine();
            var objects = await SweepObjectsAsync(options, endpoint, timeProvider, cancellationToken);
            var place = endpoint.Address.OriginalString;
            lines = lines.AddRange(LinesOf(objects, $"No object of a dead run was found on the Docker engine at '{place}'."));
            var images = options.IncludesImages ? await DockerImageSweep.RunAsync(endpoint, options.IsDryRun, cancellationToken) : SweepReport.Empty;
            lines = lines.AddRange(options.IncludesImages
                ? LinesOf(images, $"No image that the harness has built and no container uses was found on the Docker engine at '{place}'.")
                : []);
            return new CleaningReport(lines, processes.Left.IsEmpty && objects.Left.IsEmpty && images.Left.IsEmpty);
        }
        catch (NoDockerEndpointException)
        {
            return new CleaningReport(lines.Add("No Docker engine answers, so nothing was looked for on one."), processes.Left.IsEmpty);
        }
        catch (EnvironmentException exception)
        {
            return new CleaningReport(lines.Add($"Nothing was looked for on a Docker engine: {exception.Message}"), IsClean: false);
        }
    }

    private static async Task<SweepReport> SweepObjectsAsync(
        CleaningOptions options, DockerEndpoint endpoint, TimeProvider timeProvider, CancellationToken cancellationToken) =>
        options.IsDryRun
            ? await DockerSweep.FindAsync(endpoint, cancellationToken)
            : await DockerSweep.RunAsync(endpoint, timeProvider, cancellationToken);

    private static ImmutableArray<string> LinesOf(SweepReport report, string nothing) => report.Lines.IsEmpty ? [nothing] : report.Lines;
}
