using StagingHarness.Execution.Artifacts;

namespace StagingHarness.Tests.Execution.Artifacts;

/// <summary>Files of a made-up system in a temporary folder.</summary>
internal sealed class FakeTree
{
    public string Root { get; } = Directory.CreateTempSubdirectory("tree-").FullName;

    public Dictionary<string, string> Environment { get; } = [];

    public string[] Sdks { get; set; } = ["10.0.100"];

    public void Write(string path, string content)
    {
        var file = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }

    public void WriteProject(string path, string content) =>
        Write(path, $"<Project Sdk=\"Microsoft.NET.Sdk\">{content}</Project>");

    public void Delete(string path) => File.Delete(Path.Combine(Root, path));

    public ProjectInputs Collect(string project) => ProjectInputCollector.Collect(Path.Combine(Root, project));

    public string KeyOf(string project) => ArtifactKey.Compute(
        Path.Combine(Root, project), Collect(project), Sdks, name => Environment.GetValueOrDefault(name), CancellationToken.None);

    public void Remove() => Directory.Delete(Root, recursive: true);
}
