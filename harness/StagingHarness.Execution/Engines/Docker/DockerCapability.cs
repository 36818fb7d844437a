using StagingHarness.Execution.Engines.Docker.Endpoints;
using StagingHarness.Execution.Engines.Docker.Failures;
using StagingHarness.Execution.Engines.Docker.Images;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Scenarios.Plans.Systems.Artifacts;

namespace StagingHarness.Execution.Engines.Docker;

/// <summary>Whether an engine that answers can run a plan: whether the images are there, or to be had.</summary>
public static class DockerCapability
{
    /// <summary>Looks for the images of the plan and the base image on the engine, and has those pulled that are missing.</summary>
    /// <returns>Why they cannot be had; null when all are there.</returns>
    public static async Task<string?> WhyNotAsync(
        DockerEndpoint endpoint,
        ImageSettings settings,
        IEnumerable<ArtifactPlan> artifacts,
        IProgress<string> progress,
        TimeProvider timeProvider,
        CancellationToken cancellationToken)
    {
        using var client = endpoint.CreateClient();
        var store = new ImageStore(client, endpoint.Configuration, timeProvider);
        try
        {
            if (!await HasAnyAsync(store, settings.BaseImage.Candidates, cancellationToken))
            {
                progress.Report($"base image '{settings.BaseImage.ToPull}' is not on the engine: pulling it");
                await store.GetAsync(settings.BaseImage.ToPull, "app servers and the harness's own programs", settings.BaseImage.Otherwise, cancellationToken);
            }

            foreach (var image in artifacts.OfType<ImageArtifactPlan>())
            {
                if (!await HasAnyAsync(store, [image.Reference], cancellationToken))
                {
                    progress.Report($"{image.Id}: pulling '{image.Reference}'");
                    await store.GetAsync(image.Reference, image.Id, "correct it in the system file", cancellationToken);
                }
            }

            return null;
        }
        catch (ImageMissingException exception)
        {
            return $"its image '{exception.Reference}' is not on the engine and cannot be pulled";
        }
        catch (Exception exception) when (exception is EnvironmentException || EngineTrouble.Is(exception))
        {
            return exception.Message;
        }
    }

    private static async Task<bool> HasAnyAsync(ImageStore store, IEnumerable<string> references, CancellationToken cancellationToken)
    {
        foreach (var reference in references)
        {
            if (await store.FindAsync(reference, cancellationToken) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an image lies on the engine.</summary>
    /// <exception cref="EngineRefusedException">The engine failed or went away.</exception>
    public static async Task<bool> HasAsync(DockerEndpoint endpoint, string reference, CancellationToken cancellationToken)
    {
        using var client = endpoint.CreateClient();
        var store = new ImageStore(client, endpoint.Configuration, TimeProvider.System);
        return await EngineTrouble.NameAsync(
            $"image '{reference}' was looked for", async () => await store.FindAsync(reference, cancellationToken) is not null);
    }
}
