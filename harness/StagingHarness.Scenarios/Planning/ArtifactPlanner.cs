using System.Collections.Immutable;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Systems;
using StagingHarness.Scenarios.Documents.Systems.Artifacts;
using StagingHarness.Scenarios.Files;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Systems;
using StagingHarness.Scenarios.Plans.Systems.Artifacts;

namespace StagingHarness.Scenarios.Planning;

/// <summary>Makes plans of what services and jobs consist of: artifacts, and files that are put beside them.</summary>
/// <param name="file">The system file, relative to the root.</param>
/// <param name="root">What all files lie below.</param>
internal sealed class ArtifactPlanner(string file, RootFolder root)
{
    public ArtifactPlan Artifact(ArtifactDocument artifact, string id, SourcePlace place) => artifact switch
    {
        ProjectArtifactDocument project => new ProjectArtifactPlan { Id = id, Place = place, ProjectFile = Inside(project.Project) },
        ImageArtifactDocument image => new ImageArtifactPlan
        {
            Id = id,
            Place = place,
            Reference = image.Image.Given(),
            Local = Local(image.Local?.Value),
        },
        DockerfileArtifactDocument dockerfile => new DockerfileArtifactPlan
        {
            Id = id,
            Place = place,
            File = Inside(dockerfile.Dockerfile),
            Local = Local(dockerfile.Local?.Value),
        },
        var other => throw new InvalidOperationException($"Artifact '{other.GetType().Name}' has no plan."),
    };

    public ImmutableArray<LaunchFilePlan> Files(Spanned<ImmutableArray<Named<StartFileDocument>>>? files) =>
        [.. (files?.Value ?? []).Select(named => new LaunchFilePlan(named.Name.Value, Inside(named.Value.Given().Source), named.Value.Given().At.Given()))];

    private static LocalLaunchPlan? Local(LocalDocument? local) => local is null
        ? null
        : new LocalLaunchPlan { Command = ServicePlanner.Texts(local.Command), Requires = ServicePlanner.Texts(local.Requires) };

    private string Inside(Spanned<string>? path) =>
        root.Resolve(file, path.Given()) ?? throw new InvalidOperationException("A file outside the root passed the rules.");
}
