using System.Collections.Immutable;

namespace StagingHarness.Execution.Supervision;

/// <summary>
/// A folder of a run's own below the system's temporary folder, where every user may pass through: programs that drop to another user
/// find it, and paths of sockets in it stay short. It is labelled with its owner, so that the next run takes away what a dead one left.
/// </summary>
internal sealed class LabelledFolder
{
    private const string Prefix = "stage-work-";
    private const string OwnerFile = "owner";

    private LabelledFolder(string path) => Path = path;

    public string Path { get; }

    public static LabelledFolder Create()
    {
        var folder = Directory.CreateTempSubdirectory(Prefix);
        File.WriteAllText(System.IO.Path.Combine(folder.FullName, OwnerFile), OwnerLabel.OfThisProcess().ToString());
        FolderMode.LetOthersPass(folder.FullName);
        return new LabelledFolder(folder.FullName);
    }

    /// <returns>Why it could not be deleted; null when it is gone.</returns>
    public string? Delete() => Delete(Path);

    /// <summary>Deletes those of dead runs on this machine, and says in one line each what was deleted or could not be. Linux only.</summary>
    public static SweepReport Sweep()
    {
        var removed = ImmutableArray.CreateBuilder<string>();
        var left = ImmutableArray.CreateBuilder<string>();
        foreach (var (folder, owner) in Orphans())
        {
            if (Delete(folder) is { } problem)
            {
                left.Add(problem);
            }
            else
            {
                removed.Add($"{NameOf(folder, owner)} was deleted.");
            }
        }

        return new SweepReport(removed.ToImmutable(), left.ToImmutable());
    }

    /// <summary>What <see cref="Sweep"/> would delete; a line each.</summary>
    public static IEnumerable<string> Find() => Orphans().Select(orphan => $"{NameOf(orphan.Folder, orphan.Owner)} would be deleted.");

    private static string NameOf(string folder, OwnerLabel owner) => $"Folder '{folder}', whose harness (process {owner.ProcessId}) is gone,";

    private static List<(string Folder, OwnerLabel Owner)> Orphans()
    {
        var found = new List<(string, OwnerLabel)>();
        foreach (var folder in OperatingSystem.IsLinux() ? Directory.GetDirectories(System.IO.Path.GetTempPath(), Prefix + "*") : [])
        {
            if (OwnerOf(folder) is { } owner && owner.IsGone())
            {
                found.Add((folder, owner));
            }
        }

        return found;
    }

    private static string? Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
            return null;
        }
        catch (DirectoryNotFoundException)
        {
            // Another run swept it at the same time.
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"Folder '{folder}' could not be deleted: {exception.Message} Delete it by hand.";
        }
    }

    private static OwnerLabel? OwnerOf(string folder)
    {
        try
        {
            return OwnerLabel.TryParse(File.ReadAllText(System.IO.Path.Combine(folder, OwnerFile)), out var owner) ? owner : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It is being made or deleted, or belongs to another user.
            return null;
        }
    }
}
