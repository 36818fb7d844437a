using System.Text.RegularExpressions;

namespace StagingHarness.Execution.Engines.Docker.Images;

/// <summary>Texts of Dockerfiles: those of the harness's own, and what others declare.</summary>
internal static partial class DockerfileText
{
    /// <summary>A layer with a published project.</summary>
    /// <param name="foundation">Image to build upon.</param>
    /// <param name="folder">Where the files go.</param>
    /// <param name="program">Assembly in the folder that a container runs; null when an earlier layer says so.</param>
    public static string ForProject(string foundation, string folder, string? program) =>
        $"FROM {foundation}\nCOPY . {folder}/\n"
        + (program is null ? "" : $"WORKDIR {folder}\nENTRYPOINT [\"dotnet\", \"{folder}/{program}\"]\nCMD []\n");

    /// <summary>A layer with some files of the build's context, each at a path of its own.</summary>
    public static string ForFiles(string foundation, IEnumerable<(string Name, string At)> files) =>
        $"FROM {foundation}\n" + string.Concat(files.Select(file => $"COPY [\"{file.Name}\", \"{file.At}\"]\n"));

    /// <summary>A layer with the harness's own programs.</summary>
    public static string ForPrograms(string foundation, string folder, IEnumerable<string> programs) =>
        $"FROM {foundation}\n" + string.Concat(programs.Select(program => $"COPY {program} {folder}/{program}/\n"))
        + "ENTRYPOINT [\"dotnet\"]\nCMD []\n";

    /// <summary>The Dockerfile takes the build argument.</summary>
    public static bool Declares(string text, string argument) =>
        Argument().Matches(text).Any(match => match.Groups["name"].Value == argument);

    [GeneratedRegex(@"^\s*ARG\s+(?<name>\w+)", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Argument();
}
