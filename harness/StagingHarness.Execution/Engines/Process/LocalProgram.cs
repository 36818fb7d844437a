using System.Security.Cryptography;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Scenarios.Plans.Systems.Artifacts;

namespace StagingHarness.Execution.Engines.Process;

/// <summary>The program on this machine that stands for an image.</summary>
/// <param name="File">Full path.</param>
internal sealed record LocalProgram(string File)
{
    private const UnixFileMode Execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>Finds the program of an artifact that is no project.</summary>
    /// <exception cref="NotPossibleException">There is none, or something that it requires is not installed.</exception>
    public static LocalProgram Locate(ArtifactPlan artifact)
    {
        var (what, local) = artifact switch
        {
            ImageArtifactPlan image => ($"image '{image.Reference}'", image.Local),
            DockerfileArtifactPlan dockerfile => ($"image of '{dockerfile.File}'", dockerfile.Local),
            _ => throw new InvalidOperationException($"Artifact '{artifact.Id}' is of a kind that no local program stands for: {artifact.GetType().Name}."),
        };
        if (local is null || local.Command.IsEmpty)
        {
            throw NotPossible(artifact, what, "the system file names no local command for it", "Add one");
        }

        if (local.Requires.FirstOrDefault(path => !Path.Exists(path)) is { } missing)
        {
            throw NotPossible(artifact, what, $"'{missing}', which its local command requires, does not exist", "Install it");
        }

        return Find(local.Command[0])
            ?? throw NotPossible(artifact, what, $"the program '{local.Command[0]}' of its local command was not found", "Install it");
    }

    /// <summary>An absolute path, or the name of a program in one of the folders of PATH; null when there is none.</summary>
    public static LocalProgram? Find(string program)
    {
        var candidates = Path.IsPathRooted(program)
            ? [program]
            : program.Contains('/', StringComparison.Ordinal)
                ? []
                : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                    .Select(folder => Path.Combine(folder, program));
        return candidates.FirstOrDefault(IsProgram) is { } file ? new LocalProgram(file) : null;
    }

    /// <summary><c>sha256:</c> of the program file as it is now.</summary>
    public async Task<string> MeasureAsync(CancellationToken cancellationToken)
    {
        await using var stream = System.IO.File.OpenRead(File);
        return "sha256:" + Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
    }

    private static bool IsProgram(string file) =>
        System.IO.File.Exists(file) && (OperatingSystem.IsWindows() || (System.IO.File.GetUnixFileMode(file) & Execute) != 0);

    private static NotPossibleException NotPossible(ArtifactPlan artifact, string what, string why, string fix) =>
        new("process", $"run artifact '{artifact.Id}' ({what}): {why}", $"{fix}, or use '--engine docker'.");
}
