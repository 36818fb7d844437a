using System.Collections.Immutable;

namespace StagingHarness.Execution.Artifacts;

/// <summary>
/// Collects what the build of a project reads: its folder, the settings that lie above it, and all that these name elsewhere,
/// from project to project. It would rather collect too much, or give up, than miss a file: a build that is taken for
/// unchanged and is not would rehearse the wrong thing.
/// </summary>
internal sealed class ProjectInputCollector : IProjectFileVisitor
{
    private static readonly string[] MsBuildSettings = ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"];
    private static readonly string[] OtherSettings = ["nuget.config", "NuGet.config", "NuGet.Config", "global.json", ".editorconfig", ".globalconfig", "Directory.Build.rsp"];

    private readonly SortedSet<string> _files = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _properties = new(StringComparer.OrdinalIgnoreCase);
    private readonly SortedSet<string> _obstacles = new(StringComparer.Ordinal);
    private readonly HashSet<string> _projects = new(StringComparer.Ordinal);
    private readonly HashSet<(string ProjectFolder, string File)> _read = [];

    private ProjectInputCollector()
    {
    }

    /// <param name="projectFile">Full path of an existing project file.</param>
    public static ProjectInputs Collect(string projectFile)
    {
        var collector = new ProjectInputCollector();
        collector.AddProject(Path.GetFullPath(projectFile));
        return new ProjectInputs
        {
            Files = collector._files.ToImmutableSortedSet(StringComparer.Ordinal),
            Properties = collector._properties.ToImmutableSortedSet(StringComparer.OrdinalIgnoreCase),
            Obstacles = [.. collector._obstacles],
        };
    }

    public void AddProject(string projectFile)
    {
        if (!_projects.Add(projectFile))
        {
            return;
        }

        if (!File.Exists(projectFile))
        {
            AddObstacle($"project '{projectFile}' does not exist");
            return;
        }

        var folder = Path.GetDirectoryName(projectFile)!;
        _files.UnionWith(SourceTree.FilesOfProject(folder));
        AddSettingsAbove(projectFile, folder);
        AddMsBuildFile(projectFile, projectFile);
    }

    public void AddMsBuildFile(string projectFile, string file)
    {
        _files.Add(file);
        if (_read.Add((projectFile, file)))
        {
            new ProjectFileReader(projectFile, file, this).Read();
        }
    }

    public void AddFile(string file) => _files.Add(file);

    public void AddFiles(IEnumerable<string> files) => _files.UnionWith(files);

    public void AddProperty(string name) => _properties.Add(name);

    public void AddObstacle(string obstacle) => _obstacles.Add(obstacle);

    private void AddSettingsAbove(string projectFile, string folder)
    {
        var nearestFound = new HashSet<string>();
        for (var level = folder; level is not null; level = Path.GetDirectoryName(level))
        {
            _files.UnionWith(OtherSettings.Select(name => Path.Combine(level, name)).Where(File.Exists));
            foreach (var name in MsBuildSettings.Where(name => File.Exists(Path.Combine(level, name))))
            {
                var file = Path.Combine(level, name);
                _files.Add(file);
                // MSBuild takes the nearest only; one further up counts when that one imports it.
                if (nearestFound.Add(name))
                {
                    AddMsBuildFile(projectFile, file);
                }
            }
        }
    }
}
