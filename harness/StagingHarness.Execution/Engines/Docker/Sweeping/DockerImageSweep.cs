using System.Collections.Immutable;
using Docker.DotNet;
using Docker.DotNet.Models;
using StagingHarness.Execution.Engines.Docker.Endpoints;
using StagingHarness.Execution.Engines.Docker.Failures;
using StagingHarness.Execution.Supervision;

namespace StagingHarness.Execution.Engines.Docker.Sweeping;

/// <summary>
/// Removes images that the harness has built and that no container uses. They are kept for the next run otherwise: building
/// them again costs time, and nothing else.
/// </summary>
public static class DockerImageSweep
{
    private const string OwnNames = "staging-harness/";

    /// <summary>Removes them, and says in one line each what was removed or could not be.</summary>
    /// <param name="endpoint">The engine; trouble with it is among what is left.</param>
    /// <param name="isDryRun">Only says what would be removed.</param>
    /// <param name="cancellationToken">Gives up the sweep.</param>
    public static async Task<SweepReport> RunAsync(DockerEndpoint endpoint, bool isDryRun, CancellationToken cancellationToken)
    {
        using var client = endpoint.CreateClient();
        try
        {
            // A living run may be about to start a container of an image that has none yet.
            var objects = await new EngineInventory(client, HostId.OfThisMachine()).ListAsync(cancellationToken);
            if (objects.FirstOrDefault(one => !one.Owner.IsGone()) is { } living)
            {
                return new SweepReport([], [$"Images are kept while run '{living.RunId}' is living; run 'stage clean --images' when it has ended."]);
            }

            var unused = await ListUnusedAsync(client, cancellationToken);
            return isDryRun
                ? new SweepReport([.. unused.Select(image => $"Image '{NameOf(image)}' would be removed.")], [])
                : await RemoveAsync(client, unused, cancellationToken);
        }
        catch (Exception exception) when (EngineTrouble.Is(exception))
        {
            return new SweepReport([], [$"Images could not be removed: {exception.Message.TrimEnd('.')}; run 'stage clean --images' once the engine answers."]);
        }
    }

    private static async Task<ImmutableArray<ImagesListResponse>> ListUnusedAsync(DockerClient client, CancellationToken cancellationToken)
    {
        var containers = await client.Containers.ListContainersAsync(new ContainersListParameters { All = true }, cancellationToken);
        var used = containers.Select(container => container.ImageID).ToHashSet();
        var images = await client.Images.ListImagesAsync(
            new ImagesListParameters
            {
                Filters = new Dictionary<string, IDictionary<string, bool>>
                {
                    ["label"] = new Dictionary<string, bool> { [DockerLabels.Image] = true },
                },
            },
            cancellationToken);

        // The youngest first: an image that another one was built upon can go only after that one.
        // Whoever builds upon one of them inherits its label: what bears a name of somebody else's is theirs.
        return
        [
            .. images.Where(image => !used.Contains(image.ID) && TagsOf(image).All(tag => tag.StartsWith(OwnNames, StringComparison.Ordinal)))
                .OrderByDescending(image => image.Created),
        ];
    }

    private static async Task<SweepReport> RemoveAsync(
        DockerClient client, ImmutableArray<ImagesListResponse> images, CancellationToken cancellationToken)
    {
        var removed = ImmutableArray.CreateBuilder<string>();
        var left = ImmutableArray.CreateBuilder<string>();
        foreach (var image in images)
        {
            if (await RefusalAsync(client, image, cancellationToken) is { } refusal)
            {
                left.Add($"Image '{NameOf(image)}' could not be removed: {refusal}; remove it with 'docker image rm {NameOf(image)}'.");
            }
            else
            {
                removed.Add($"Image '{NameOf(image)}' was removed.");
            }
        }

        return new SweepReport(removed.ToImmutable(), left.ToImmutable());
    }

    private static async Task<string?> RefusalAsync(DockerClient client, ImagesListResponse image, CancellationToken cancellationToken)
    {
        try
        {
            // By each of its names: an image with several cannot be removed by its id.
            foreach (var name in TagsOf(image).DefaultIfEmpty(image.ID))
            {
                await client.Images.DeleteImageAsync(name, new ImageDeleteParameters(), cancellationToken);
            }

            return null;
        }
        catch (DockerApiException exception)
        {
            return ObjectRemoval.Read(exception.StatusCode, exception.ResponseBody).Refusal;
        }
    }

    private static string NameOf(ImagesListResponse image) => TagsOf(image).FirstOrDefault(image.ID);

    private static IEnumerable<string> TagsOf(ImagesListResponse image) => (image.RepoTags ?? []).Where(tag => tag != "<none>:<none>");
}
