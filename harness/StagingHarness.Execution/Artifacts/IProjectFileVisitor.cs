namespace StagingHarness.Execution.Artifacts;

/// <summary>Takes what a project file names.</summary>
internal interface IProjectFileVisitor
{
    void AddProject(string projectFile);

    /// <summary>A file in MSBuild's language that is part of the project.</summary>
    void AddMsBuildFile(string projectFile, string file);

    void AddFile(string file);

    void AddFiles(IEnumerable<string> files);

    /// <summary>A property that the file uses, and the environment may set.</summary>
    void AddProperty(string name);

    /// <summary>Something that cannot be told without running the build.</summary>
    void AddObstacle(string obstacle);
}
