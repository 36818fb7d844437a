using System.Collections.Immutable;
using StagingHarness.Execution.Digests;
using StagingHarness.Execution.Engines.Docker.Containers;
using StagingHarness.Execution.Engines.Docker.Sweeping;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Programs;

namespace StagingHarness.Execution.Engines.Docker.Images;

/// <summary>One image with those of the harness's own programs that stand on a stage as containers.</summary>
internal sealed class ProgramImages(ImageStore store, ImageSource baseImage, HarnessProgramLocator programs)
{
    private static readonly ImmutableArray<HarnessProgram> OnStage = [HarnessProgram.Gateway, HarnessProgram.Link, HarnessProgram.Relay, HarnessProgram.StandIn];

    private readonly Lock _lock = new();
    private Task<string>? _made;

    /// <summary>Id of the image.</summary>
    public Task<string> GetAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return _made ??= MakeAsync(cancellationToken);
        }
    }

    /// <summary>Full path of the program's assembly in the image.</summary>
    public string PathOf(HarnessProgram program) =>
        $"{StagePaths.Programs}/{FolderOf(program).Name}/{Path.GetFileName(programs.Locate(program))}";

    private async Task<string> MakeAsync(CancellationToken cancellationToken)
    {
        var foundation = await baseImage.GetAsync(cancellationToken);
        var folders = OnStage.Select(FolderOf).ToList();
        var text = DockerfileText.ForPrograms(foundation.Reference, StagePaths.Programs, folders.Select(folder => folder.Name));
        var digests = await Task.Run(
            () => folders.Select(folder => FolderDigest.Measure(folder.FullName, cancellationToken)).ToList(), cancellationToken);
        var made = await store.MakeAsync(
            new ImageRecipe
            {
                Subject = "harness programs",
                Tag = ImageTag.Create("programs", [foundation.Id, text, .. digests]),
                Context = folders[0].Parent!.FullName,
                Dockerfile = new DockerfileSource.Text(text),
                Labels = ImmutableSortedDictionary<string, string>.Empty.Add(DockerLabels.Image, "harness programs"),
            },
            cancellationToken);
        return made.Image.ID;
    }

    private DirectoryInfo FolderOf(HarnessProgram program) => new(Path.GetDirectoryName(programs.Locate(program))!);
}
