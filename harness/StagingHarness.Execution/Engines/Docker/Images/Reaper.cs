using Docker.DotNet;
using Docker.DotNet.Models;
using DotNet.Testcontainers.Configurations;
using DotNet.Testcontainers.Images;
using StagingHarness.Execution.Engines.Docker.Endpoints;
using StagingHarness.Execution.Engines.Docker.Failures;

namespace StagingHarness.Execution.Engines.Docker.Images;

/// <summary>Testcontainers' reaper, which removes a stage when its harness was killed: whether it can serve, and that it does.</summary>
public static class Reaper
{
    // Its image is small: what takes longer is a registry that does not answer.
    private static readonly TimeSpan PullDeadline = TimeSpan.FromSeconds(10);

    /// <summary>Whether its image lies on the engine, or did once its registry was asked; false also when the reaper was switched off.</summary>
    /// <param name="endpoint">The engine.</param>
    /// <param name="mayPull">Where images are made locally, no registry is asked.</param>
    /// <param name="timeProvider">Bounds the pull.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="EngineRefusedException">The engine failed or went away.</exception>
    public static async Task<bool> CanBeHadAsync(
        DockerEndpoint endpoint, bool mayPull, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        if (ReaperImage.Choose() is not { } image)
        {
            return false;
        }

        using var client = endpoint.CreateClient();
        return await EngineTrouble.NameAsync(
            "the reaper's image was looked for",
            async () => await IsThereAsync(client, image, cancellationToken)
                || (mayPull && await PullAsync(client, image, timeProvider, cancellationToken) && await IsThereAsync(client, image, cancellationToken)));
    }

    /// <summary>Why it does not serve, as the end of a sentence.</summary>
    public static string Absence() => ReaperImage.Choose() is { } image
        ? $"its image '{image}' cannot be had here"
        : "it was switched off (TESTCONTAINERS_RYUK_DISABLED)";

    /// <summary>Has Testcontainers start the reaper with the image that was found. Without it nothing of Testcontainers' is touched: others in this process may use it.</summary>
    internal static void Use()
    {
        if (ReaperImage.Choose() is { } image)
        {
            TestcontainersSettings.ResourceReaperImage = new DockerImage(image);
        }
    }

    private static async Task<bool> IsThereAsync(DockerClient client, string image, CancellationToken cancellationToken)
    {
        try
        {
            await client.Images.InspectImageAsync(image, cancellationToken);
            return true;
        }
        catch (DockerImageNotFoundException)
        {
            return false;
        }
    }

    private static async Task<bool> PullAsync(DockerClient client, string image, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(PullDeadline, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            await client.Images.CreateImageAsync(new ImagesCreateParameters { FromImage = image }, null, new Progress<JSONMessage>(), either.Token);
            return true;
        }
        catch (Exception exception) when (EngineTrouble.Is(exception)
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // No registry here, or none that answers in time: the stage is taken down without the reaper, and that is said.
            return false;
        }
    }
}
