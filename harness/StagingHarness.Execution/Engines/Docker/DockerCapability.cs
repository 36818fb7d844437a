using Docker.DotNet;
using StagingHarness.Execution.Engines.Docker.Endpoints;
using StagingHarness.Execution.Engines.Docker.Failures;
using StagingHarness.Execution.Engines.Docker.Images;
using StagingHarness.Execution.Ports;
using StagingHarness.Scenarios.Plans;

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
        TimeProvider timeProvider,
        CancellationToken cancellationToken)
    {
        using var client = endpoint.CreateClient();
        var store = new ImageStore(client, endpoint.Configuration, timeProvider);
        try
        {
            await new ImageSource(store, settings.BaseImage, "app servers and the harness's own programs").GetAsync(cancellationToken);
            foreach (var image in artifacts.OfType<ImageArtifactPlan>())
            {
                await store.GetAsync(image.Reference, image.Id, cancellationToken);
            }

            return null;
        }
        catch (ImageMissingException exception)
        {
            return $"its image '{exception.Reference}' is not on the engine and cannot be pulled";
        }
        catch (Exception exception) when (exception is EnvironmentException or DockerApiException or HttpRequestException or IOException)
        {
            return exception.Message;
        }
    }

    /// <summary>Whether an image lies on the engine.</summary>
    public static async Task<bool> HasAsync(DockerEndpoint endpoint, string reference, CancellationToken cancellationToken)
    {
        using var client = endpoint.CreateClient();
        return await new ImageStore(client, endpoint.Configuration, TimeProvider.System).FindAsync(reference, cancellationToken) is not null;
    }
}
