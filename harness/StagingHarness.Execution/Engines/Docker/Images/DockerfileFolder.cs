using StagingHarness.Execution.Supervision;

namespace StagingHarness.Execution.Engines.Docker.Images;

/// <summary>Where a build finds its Dockerfile: beside what it copies, or in a folder made for one of the harness's own.</summary>
internal sealed class DockerfileFolder : IDisposable
{
    private const string OwnName = "Dockerfile.stage";

    private readonly DirectoryInfo? _made;

    public DockerfileFolder(ImageRecipe recipe)
    {
        switch (recipe.Dockerfile)
        {
            case DockerfileSource.InContext file:
                Context = Folder = recipe.Context ?? throw new InvalidOperationException($"Image '{recipe.Subject}' has a Dockerfile in no folder.");
                Dockerfile = file.Name;
                break;
            case DockerfileSource.Text text:
                _made = Directory.CreateTempSubdirectory("staging-harness-image-");
                Folder = _made.FullName;
                Context = recipe.Context ?? Folder;
                Dockerfile = OwnName;
                File.WriteAllText(Path.Combine(Folder, OwnName), text.Content);
                foreach (var (name, source) in recipe.Files)
                {
                    var copy = Path.Combine(Folder, name);
                    File.Copy(source, copy);

                    // Modes go along into the image, where the user is another one.
                    FolderMode.LetOthersRead(copy);
                }

                break;
            default:
                throw new InvalidOperationException($"Dockerfile source '{recipe.Dockerfile.GetType().Name}' is unknown.");
        }
    }

    /// <summary>Full path of the folder that the engine gets.</summary>
    public string Context { get; }

    /// <summary>Full path of the folder that holds the Dockerfile.</summary>
    public string Folder { get; }

    /// <summary>The Dockerfile's name in its folder.</summary>
    public string Dockerfile { get; }

    public void Dispose() => _made?.Delete(recursive: true);
}
