using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Instances;

namespace StagingHarness.Execution.Engines.Docker.Images;

/// <summary>Finds the program of a published project.</summary>
internal static class PublishedProgram
{
    private const string Mark = ".runtimeconfig.json";

    /// <summary>File name of the assembly to run.</summary>
    /// <exception cref="ArtifactBuildException">There is none, or more than one.</exception>
    public static string Find(PublishedProject project)
    {
        var marks = Directory.GetFiles(project.Folder, "*" + Mark);
        return marks.Length == 1
            ? Path.GetFileName(marks[0])[..^Mark.Length] + ".dll"
            : throw new ArtifactBuildException(
                project.Id, $"it holds {marks.Length} programs (files '*{Mark}'), and must hold one. Let its project be one executable.", []);
    }
}
