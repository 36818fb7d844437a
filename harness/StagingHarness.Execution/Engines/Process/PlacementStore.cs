using System.Collections.Immutable;
using StagingHarness.Execution.Digests;
using StagingHarness.Execution.Ports.Instances;

namespace StagingHarness.Execution.Engines.Process;

/// <summary>
/// Puts versions on servers: <c>servers/INSTANCE/N/platform|release</c> in the run folder, a new N each time, so that what runs
/// is never written over.
/// </summary>
internal sealed class PlacementStore(string runFolder)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _counts = [];

    /// <summary>Takes all placed files away: their digests stand in the journal, and what they were built from can be built again.</summary>
    /// <returns>What could not be taken away, and why; null when nothing is left.</returns>
    public string? Clear()
    {
        var servers = Path.Combine(runFolder, "servers");
        try
        {
            if (Directory.Exists(servers))
            {
                Directory.Delete(servers, recursive: true);
            }

            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"Folder '{servers}' could not be deleted: {exception.Message} Delete it by hand.";
        }
    }

    /// <param name="order">What is to lie where.</param>
    /// <param name="platform">Null for a release that brings its own.</param>
    /// <param name="release">The release.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Placement> PlaceAsync(
        PlacementOrder order, PublishedProject? platform, PublishedProject release, CancellationToken cancellationToken)
    {
        var folder = new PlacementFolder(NextFolder(order.Instance));
        return await Task.Run(
            () =>
            {
                var digests = ImmutableSortedDictionary<string, string>.Empty.Add(
                    release.Id, CopyAndMeasure(release.Folder, folder.Release, cancellationToken));
                if (platform is not null)
                {
                    digests = digests.Add(platform.Id, CopyAndMeasure(platform.Folder, folder.Platform, cancellationToken));
                }

                return PlacementOf(order, digests, folder);
            },
            cancellationToken);
    }

    /// <summary>Nothing is put anywhere for a program of this machine: it lies where it is installed, and is measured there.</summary>
    public async Task<Placement> PlaceAsync(PlacementOrder order, LocalProgram program, CancellationToken cancellationToken)
    {
        var digests = ImmutableSortedDictionary<string, string>.Empty.Add(order.Release.Id, await program.MeasureAsync(cancellationToken));
        return PlacementOf(order, digests, new PlacementFolder(NextFolder(order.Instance)));
    }

    private static Placement PlacementOf(PlacementOrder order, ImmutableSortedDictionary<string, string> digests, PlacementFolder folder) => new()
    {
        Instance = order.Instance,
        Version = order.Version,
        Digests = digests,
        Handle = folder.Root,
    };

    private string NextFolder(string instance)
    {
        lock (_lock)
        {
            var count = _counts[instance] = _counts.GetValueOrDefault(instance) + 1;
            return Path.Combine(runFolder, "servers", instance, count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private static string CopyAndMeasure(string source, string target, CancellationToken cancellationToken)
    {
        Copy(source, target, cancellationToken);
        return FolderDigest.Measure(target, cancellationToken);
    }

    private static void Copy(string source, string target, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(target);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
