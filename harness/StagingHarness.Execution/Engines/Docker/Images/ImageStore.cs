using System.Collections.Concurrent;
using System.Collections.Immutable;
using Docker.DotNet;
using Docker.DotNet.Models;
using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Configurations;
using StagingHarness.Execution.Engines.Docker.Failures;
using StagingHarness.Execution.Engines.Docker.Sweeping;
using StagingHarness.Execution.Locks;
using StagingHarness.Execution.Ports.Failures;

namespace StagingHarness.Execution.Engines.Docker.Images;

/// <summary>Images of one engine: finds them, has them pulled, builds what is missing, each once however many ask for it.</summary>
internal sealed class ImageStore(DockerClient client, IDockerEndpointAuthenticationConfiguration endpoint, TimeProvider timeProvider)
{
    private static readonly TimeSpan LockDeadline = TimeSpan.FromMinutes(10);

    private static readonly string LockFile = Path.Combine(Path.GetTempPath(), $"staging-harness-{Environment.UserName}", "images.lock");

    private readonly ConcurrentDictionary<string, Lazy<Task<ImageInspectResponse>>> _builds = new();

    /// <summary>The image as it lies on the engine; null when it does not.</summary>
    /// <param name="reference">Name, tag or id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ImageInspectResponse?> FindAsync(string reference, CancellationToken cancellationToken)
    {
        try
        {
            return await client.Images.InspectImageAsync(reference, cancellationToken);
        }
        catch (DockerImageNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The image, pulled with the credentials of this machine's Docker configuration if it is not there yet.</summary>
    /// <param name="reference">Name, tag or digest.</param>
    /// <param name="subject">What it is for.</param>
    /// <param name="otherwise">What mends it when it cannot be had, beside pulling it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ImageMissingException">It cannot be had.</exception>
    /// <exception cref="DiskFullException">The engine has no room left.</exception>
    public async Task<ImageInspectResponse> GetAsync(
        string reference, string subject, string otherwise, CancellationToken cancellationToken)
    {
        if (await FindAsync(reference, cancellationToken) is { } there)
        {
            return there;
        }

        // A build that begins with the image has it pulled, with whatever credentials Testcontainers finds for its registry.
        var pull = new ImageRecipe
        {
            Subject = subject,
            Tag = ImageTag.Create($"pull {subject}", reference),
            Dockerfile = new DockerfileSource.Text($"FROM {reference}\n"),
            Labels = ImmutableSortedDictionary<string, string>.Empty.Add(DockerLabels.Image, $"pull of {reference}"),
        };
        try
        {
            await CreateAsync(pull, new OutputLines(), cancellationToken);
        }
        catch (Exception exception) when (EngineTrouble.Is(exception))
        {
            throw DockerFailure.OfPull(reference, subject, otherwise, exception);
        }

        return await FindAsync(reference, cancellationToken)
            ?? throw new ImageMissingException(reference, subject, "the engine pulled it, and does not have it.", otherwise);
    }

    /// <summary>A name by which builds can begin with the image: they take no ids, and ask the registry for digests.</summary>
    /// <param name="image">Name, tag, digest or id of an image that lies on the engine.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ImageMissingException">It does not lie there any longer.</exception>
    public async Task<FoundImage> NameAsync(string image, CancellationToken cancellationToken)
    {
        var there = await FindAsync(image, cancellationToken) ?? throw new ImageMissingException(image, "a server", "it is no longer on the engine.", "run it again");
        if (there.RepoTags is [var tag, ..])
        {
            return new FoundImage(tag, there.ID);
        }

        var name = there.ID[(there.ID.IndexOf(':', StringComparison.Ordinal) + 1)..][..24];
        await client.Images.TagImageAsync(there.ID, new ImageTagParameters { RepositoryName = "staging-harness/by-id", Tag = name }, cancellationToken);
        return new FoundImage($"staging-harness/by-id:{name}", there.ID);
    }

    /// <summary>The image of the recipe: as it lies there, or built now.</summary>
    /// <returns>The image, and whether it was there already.</returns>
    /// <exception cref="ArtifactBuildException">It cannot be built.</exception>
    public async Task<(ImageInspectResponse Image, bool WasThere)> MakeAsync(ImageRecipe recipe, CancellationToken cancellationToken) =>
        await FindAsync(recipe.Tag, cancellationToken) is { } there
            ? (there, true)
            : (await _builds.GetOrAdd(recipe.Tag, _ => new(() => BuildAsync(recipe, cancellationToken))).Value, false);

    private async Task<ImageInspectResponse> BuildAsync(ImageRecipe recipe, CancellationToken cancellationToken)
    {
        var output = new OutputLines();
        try
        {
            await CreateAsync(recipe, output, cancellationToken);
        }
        catch (Exception exception) when (EngineTrouble.Is(exception))
        {
            throw DockerFailure.OfBuild(recipe.Subject, exception, output.Last);
        }

        return await FindAsync(recipe.Tag, cancellationToken)
            ?? throw new ArtifactBuildException(recipe.Subject, "the engine built its image, and does not have it.", output.Last);
    }

    private async Task CreateAsync(ImageRecipe recipe, OutputLines output, CancellationToken cancellationToken)
    {
        // Testcontainers writes each build's archive into a file that is named by the tag: two builds of one image would meet there.
        using var turn = await FileLock.AcquireAsync([LockFile], "building images on this machine", LockDeadline, timeProvider, cancellationToken);
        if (await FindAsync(recipe.Tag, cancellationToken) is not null)
        {
            return;
        }

        using var folder = new DockerfileFolder(recipe);
        var builder = new ImageFromDockerfileBuilder()
            .WithDockerEndpoint(endpoint)
            .WithName(recipe.Tag)
            .WithContextDirectory(folder.Context)
            .WithDockerfileDirectory(folder.Folder)
            .WithDockerfile(folder.Dockerfile)
            .WithLabel(recipe.Labels)
            .WithCleanUp(false)
            .WithLogger(output)

            // A build that fails would leave the container of its last command, and that has no label.
            .WithCreateParameterModifier(static parameters => parameters.ForceRemove = true);
        builder = recipe.Arguments.Aggregate(builder, (made, argument) => made.WithBuildArgument(argument.Key, argument.Value));
        await builder.Build().CreateAsync(cancellationToken);
    }
}
