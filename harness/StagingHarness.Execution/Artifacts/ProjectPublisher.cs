using System.Collections.Immutable;
using System.Globalization;
using StagingHarness.Execution.Locks;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Programs;
using StagingHarness.Scenarios.Plans.Systems.Artifacts;

namespace StagingHarness.Execution.Artifacts;

/// <summary>
/// Publishes projects in one build, and keeps what it has published for as long as no input of the project changes. Runs that
/// share a cache wait for each other's builds.
/// </summary>
public sealed class ProjectPublisher : IProjectPublisher
{
    private static readonly TimeSpan LockDeadline = TimeSpan.FromMinutes(10);

    private readonly string _scenarioRoot;
    private readonly string _cacheRoot;
    private readonly HarnessProgramLocator _programs;
    private readonly TimeProvider _timeProvider;
    private readonly ArtifactCache _cache;

    /// <param name="scenarioRoot">Full path of the folder that project files are relative to.</param>
    /// <param name="cacheRoot">Full path of the cache's folder; made when it is not there.</param>
    /// <param name="programs">Finds the supervisor that the build runs under.</param>
    /// <param name="timeProvider">Measures how long things take.</param>
    public ProjectPublisher(string scenarioRoot, string cacheRoot, HarnessProgramLocator programs, TimeProvider timeProvider)
    {
        _scenarioRoot = scenarioRoot;
        _cacheRoot = cacheRoot;
        _programs = programs;
        _timeProvider = timeProvider;
        _cache = new ArtifactCache(cacheRoot, timeProvider);
    }

    /// <exception cref="FileLockTimeoutException">Another run held the cache for too long.</exception>
    public async Task<ImmutableArray<PublishedProject>> PublishAsync(
        ImmutableArray<ProjectArtifactPlan> projects,
        IProgress<string> progress,
        CancellationToken cancellationToken)
    {
        var start = _timeProvider.GetTimestamp();
        var orders = await Task.Run(() => projects.Select(project => CreateOrder(project, cancellationToken)).ToImmutableArray(), cancellationToken);
        var found = await Task.Run(() => FindCached(orders, start, cancellationToken), cancellationToken);
        if (orders.Any(order => !found.ContainsKey(order.Plan.Id)))
        {
            using var held = await LockAsync(progress, cancellationToken);
            // Another run may have published them while this one waited.
            found = FindCached(orders, start, cancellationToken);
            var missing = orders.Where(order => !found.ContainsKey(order.Plan.Id)).ToImmutableArray();
            foreach (var published in await BuildAsync(missing, start, progress, cancellationToken))
            {
                found[published.Id] = published;
            }
        }

        foreach (var published in found.Values.Where(published => published.FromCache))
        {
            progress.Report($"{published.Id}: unchanged, taken from the cache");
        }

        return [.. projects.Select(project => found[project.Id])];
    }

    private PublishOrder CreateOrder(ProjectArtifactPlan plan, CancellationToken cancellationToken)
    {
        var projectFile = Path.GetFullPath(plan.ProjectFile, _scenarioRoot);
        if (!File.Exists(projectFile))
        {
            throw new ArtifactBuildException(plan.Id, $"its project file '{plan.ProjectFile}' does not exist.", []);
        }

        var inputs = ProjectInputCollector.Collect(projectFile);
        return new PublishOrder
        {
            Plan = plan,
            ProjectFile = projectFile,
            Inputs = inputs,
            Key = ArtifactKey.Compute(projectFile, inputs, InstalledSdks.List(), Environment.GetEnvironmentVariable, cancellationToken),
        };
    }

    private Dictionary<string, PublishedProject> FindCached(ImmutableArray<PublishOrder> orders, long start, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, PublishedProject>();
        foreach (var order in orders.Where(order => order.IsCacheable))
        {
            if (_cache.Find(order.Key, cancellationToken) is { } hit)
            {
                found[order.Plan.Id] = Published(order, hit.Entry, hit.Files, fromCache: true, start);
            }
        }

        return found;
    }

    private async Task<FileLock> LockAsync(IProgress<string> progress, CancellationToken cancellationToken)
    {
        var file = Path.Combine(_cacheRoot, "publish.lock");
        if (FileLock.TryAcquire(file) is { } free)
        {
            return free;
        }

        progress.Report("waiting for another run that publishes");
        return await FileLock.AcquireAsync([file], "the artifact cache", LockDeadline, _timeProvider, cancellationToken);
    }

    private async Task<ImmutableArray<PublishedProject>> BuildAsync(
        ImmutableArray<PublishOrder> orders,
        long start,
        IProgress<string> progress,
        CancellationToken cancellationToken)
    {
        foreach (var order in orders)
        {
            progress.Report(order.IsCacheable
                ? $"{order.Plan.Id}: publishing"
                : $"{order.Plan.Id}: publishing, as in every run, since {order.Inputs.Obstacles[0]}");
        }

        if (orders.IsEmpty)
        {
            return [];
        }

        var work = Path.Combine(_cacheRoot, "work");
        var folders = await new PublishBuild(work, _scenarioRoot, _programs, _timeProvider).RunAsync(orders, cancellationToken);
        var published = orders.Select((order, index) => Store(order, folders[index], start, progress, cancellationToken)).ToImmutableArray();
        Directory.Delete(work, recursive: true);
        _cache.DropUnused();
        return published;
    }

    private PublishedProject Store(
        PublishOrder order,
        string folder,
        long start,
        IProgress<string> progress,
        CancellationToken cancellationToken)
    {
        // What was built while somebody saved a file is neither the one version nor the other.
        var isSettled = CreateOrder(order.Plan, cancellationToken).Key == order.Key;
        if (!isSettled)
        {
            progress.Report($"{order.Plan.Id}: its sources changed while it was published; it will be published again next time");
        }

        var key = order.IsCacheable && isSettled ? order.Key : OnceKey(order);
        var (entry, files) = _cache.Store(order.Plan.Id, key, folder, cancellationToken);
        var published = Published(order, entry, files, fromCache: false, start);
        progress.Report(string.Create(CultureInfo.InvariantCulture, $"{order.Plan.Id}: published in {published.Took.TotalSeconds:0.0} s"));
        return published;
    }

    // Never found again: it holds a moment, which no key does.
    private string OnceKey(PublishOrder order) => string.Create(
        CultureInfo.InvariantCulture, $"once-{_timeProvider.GetUtcNow().UtcTicks}-{Environment.ProcessId}-{order.Key[..16]}");

    private PublishedProject Published(PublishOrder order, CacheEntry entry, string files, bool fromCache, long start) => new()
    {
        Id = order.Plan.Id,
        Folder = files,
        Digest = entry.Digest,
        FromCache = fromCache,
        Took = _timeProvider.GetElapsedTime(start),
    };
}
