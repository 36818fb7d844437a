using System.Collections.Concurrent;
using System.Collections.Immutable;
using StagingHarness.Execution.Digests;
using StagingHarness.Execution.Engines.Docker.Containers;
using StagingHarness.Execution.Engines.Docker.Sweeping;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Scenarios.Plans.Systems.Artifacts;
using ImageInspectResponse = Docker.DotNet.Models.ImageInspectResponse;

namespace StagingHarness.Execution.Engines.Docker.Images;

/// <summary>Turns artifacts into images: a platform's layer upon the base image, a release's layer upon the platform.</summary>
internal sealed class ArtifactImages(
    ImageStore store, ImageSource baseImage, ImageSource debianImage, IProjectPublisher publisher, string scenarioRoot, TimeProvider timeProvider)
{
    /// <summary>Build argument with the name of the Debian image, for Dockerfiles that declare it.</summary>
    public const string DebianArgument = "DEBIAN_IMAGE";

    private readonly ConcurrentDictionary<string, PublishedProject> _projects = new();
    private readonly ConcurrentDictionary<string, string> _images = new();

    public async Task<ImmutableArray<PreparedArtifact>> PrepareAsync(
        ImmutableArray<ArtifactPlan> artifacts, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var projects = PublishAsync([.. artifacts.OfType<ProjectArtifactPlan>()], progress, cancellationToken);
        var images = Task.WhenAll(artifacts.Where(artifact => artifact is not ProjectArtifactPlan)
            .Select(artifact => PrepareImageAsync(artifact, progress, cancellationToken)));
        await Task.WhenAll(projects, images);
        var prepared = (await projects).Concat(await images).ToDictionary(artifact => artifact.Id);
        return [.. artifacts.Select(artifact => prepared[artifact.Id])];
    }

    /// <summary>The image in which a version lies, with the digests that it is labelled with.</summary>
    public async Task<Placement> PlaceAsync(PlacementOrder order, CancellationToken cancellationToken)
    {
        var image = order.Release is ProjectArtifactPlan
            ? await ReleaseImageAsync(order, cancellationToken)
            : _images[order.Release.Id];
        var there = await store.FindAsync(image, cancellationToken)
            ?? throw new ArtifactBuildException(order.Release.Id, $"its image '{image}' is no longer on the engine. Run it again.", []);
        return new Placement
        {
            Instance = order.Instance,
            Version = order.Version,
            Digests = order.Release is ProjectArtifactPlan
                ? DigestsIn(there.Config?.Labels ?? new Dictionary<string, string>())
                : ImmutableSortedDictionary<string, string>.Empty.Add(order.Release.Id, there.ID),
            Handle = image,
        };
    }

    private static ImmutableSortedDictionary<string, string> DigestsIn(IDictionary<string, string> labels) => labels
        .Where(label => label.Key.StartsWith(ImageLabels.ArtifactPrefix, StringComparison.Ordinal))
        .ToImmutableSortedDictionary(label => label.Key[ImageLabels.ArtifactPrefix.Length..], label => label.Value, StringComparer.Ordinal);

    private async Task<ImmutableArray<PreparedArtifact>> PublishAsync(
        ImmutableArray<ProjectArtifactPlan> projects, IProgress<string> progress, CancellationToken cancellationToken)
    {
        if (projects.IsEmpty)
        {
            return [];
        }

        var found = baseImage.GetAsync(cancellationToken);
        var published = publisher.PublishAsync(projects, progress, cancellationToken);
        await Task.WhenAll(found, published);
        foreach (var project in await published)
        {
            _projects[project.Id] = project;
        }

        return [.. (await published).Select(project => new PreparedArtifact(project.Id, project.Digest, project.FromCache, project.Took))];
    }

    private async Task<PreparedArtifact> PrepareImageAsync(ArtifactPlan artifact, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var start = timeProvider.GetTimestamp();
        var (reference, id, wasThere) = artifact switch
        {
            ImageArtifactPlan image => await GetAsync(image, progress, cancellationToken),
            DockerfileArtifactPlan dockerfile => await BuildAsync(dockerfile, progress, cancellationToken),
            _ => throw new InvalidOperationException($"Artifact '{artifact.Id}' of kind '{artifact.GetType().Name}' has no image."),
        };
        _images[artifact.Id] = reference;
        return new PreparedArtifact(artifact.Id, id, wasThere, timeProvider.GetElapsedTime(start));
    }

    private async Task<(string Reference, string Id, bool WasThere)> GetAsync(
        ImageArtifactPlan artifact, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var there = await store.FindAsync(artifact.Reference, cancellationToken);
        if (there is not null)
        {
            return (artifact.Reference, there.ID, true);
        }

        progress.Report($"{artifact.Id}: pulling {artifact.Reference}");
        var pulled = await store.GetAsync(artifact.Reference, artifact.Id, "correct it in the system file", cancellationToken);
        return (artifact.Reference, pulled.ID, false);
    }

    private async Task<(string Reference, string Id, bool WasThere)> BuildAsync(
        DockerfileArtifactPlan artifact, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var file = Path.GetFullPath(artifact.File, scenarioRoot);
        var context = Path.GetDirectoryName(file)!;
        var arguments = ImmutableSortedDictionary<string, string>.Empty;
        var content = FolderDigest.Measure(context, cancellationToken);
        if (DockerfileText.Declares(await File.ReadAllTextAsync(file, cancellationToken), DebianArgument))
        {
            var debian = await debianImage.GetAsync(cancellationToken);
            arguments = arguments.Add(DebianArgument, debian.Reference);
            content += debian.Id;
        }

        var recipe = new ImageRecipe
        {
            Subject = artifact.Id,
            Tag = ImageTag.Create(artifact.Id, content, Path.GetFileName(file)),
            Context = context,
            Dockerfile = new DockerfileSource.InContext(Path.GetFileName(file)),
            Arguments = arguments,
            Labels = Labels(artifact.Id),
        };
        var made = await MakeAsync(recipe, progress, cancellationToken);
        return (recipe.Tag, made.Image.ID, made.WasThere);
    }

    private async Task<string> ReleaseImageAsync(PlacementOrder order, CancellationToken cancellationToken)
    {
        var release = _projects[order.Release.Id];
        var foundation = order.Platform is { } platform
            ? await PlatformImageAsync(_projects[platform.Id], cancellationToken)
            : await baseImage.GetAsync(cancellationToken);
        return (await LayerAsync(foundation, release, StagePaths.Release, order.Platform is null, cancellationToken)).Reference;
    }

    private async Task<FoundImage> PlatformImageAsync(PublishedProject platform, CancellationToken cancellationToken) =>
        await LayerAsync(await baseImage.GetAsync(cancellationToken), platform, StagePaths.Platform, isProgram: true, cancellationToken);

    private async Task<FoundImage> LayerAsync(
        FoundImage foundation, PublishedProject project, string folder, bool isProgram, CancellationToken cancellationToken)
    {
        var text = DockerfileText.ForProject(foundation.Reference, folder, isProgram ? PublishedProgram.Find(project) : null);
        var recipe = new ImageRecipe
        {
            Subject = project.Id,
            Tag = ImageTag.Create(project.Id, foundation.Id, project.Digest, text),
            Context = project.Folder,
            Dockerfile = new DockerfileSource.Text(text),
            Labels = Labels(project.Id).Add(ImageLabels.ArtifactPrefix + project.Id, project.Digest),
        };
        var made = await store.MakeAsync(recipe, cancellationToken);
        return new FoundImage(recipe.Tag, made.Image.ID);
    }

    private static ImmutableSortedDictionary<string, string> Labels(string subject) =>
        ImmutableSortedDictionary<string, string>.Empty.Add(DockerLabels.Image, subject);

    private async Task<(ImageInspectResponse Image, bool WasThere)> MakeAsync(
        ImageRecipe recipe, IProgress<string> progress, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(recipe.Tag, cancellationToken) is { } there)
        {
            progress.Report($"{recipe.Subject}: unchanged, image taken as it is");
            return (there, true);
        }

        progress.Report($"{recipe.Subject}: building its image");
        return await store.MakeAsync(recipe, cancellationToken);
    }
}
