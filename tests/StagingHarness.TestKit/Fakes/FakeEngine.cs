using System.Collections.Immutable;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Systems.Artifacts;

namespace StagingHarness.TestKit.Fakes;

/// <summary>An engine that starts nothing, and does as it is told; by default it does all that an engine should.</summary>
public sealed class FakeEngine(TimeProvider time) : IEngine
{
    private readonly List<FakeInstance> instances = [];

    public EngineIdentity Identity { get; set; } = new("fake", "A test drives it.");

    /// <summary>All that it ever started, in order.</summary>
    public IReadOnlyList<FakeInstance> Instances => instances;

    /// <summary>What its placements and starts were asked for, in order.</summary>
    public List<PlacementOrder> Placements { get; } = [];

    public ImmutableArray<string> LeftBehind { get; set; } = [];

    public int Disposals { get; private set; }

    /// <summary>How long the preparation takes.</summary>
    public TimeSpan PreparationTakes { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Thrown by the preparation; null lets it succeed.</summary>
    public Exception? PreparationFailure { get; set; }

    /// <summary>Version that really lies on a server after a placement.</summary>
    public Func<PlacementOrder, ServerVersion> Places { get; set; } = order => order.Version;

    /// <summary>Version that a started server really runs, given what was placed.</summary>
    public Func<InstanceOrder, ServerVersion, ServerVersion> Runs { get; set; } = (_, placed) => placed;

    /// <summary>How long a start takes.</summary>
    public Func<InstanceOrder, TimeSpan> StartTakes { get; set; } = _ => TimeSpan.FromMilliseconds(100);

    /// <summary>Thrown by a start; null lets it succeed.</summary>
    public Func<InstanceOrder, Exception?> StartFailure { get; set; } = _ => null;

    /// <summary>What an instance does once it is started.</summary>
    public Action<FakeInstance> OnStarted { get; set; } = _ => { };

    /// <summary>Thrown when it is disposed, after all instances have ended; null throws nothing.</summary>
    public Exception? DisposeFailure { get; set; }

    /// <summary>How long its disposal takes.</summary>
    public TimeSpan DisposeTakes { get; set; }

    /// <summary>The last start under the name.</summary>
    public FakeInstance Latest(string name) => instances.Last(instance => instance.Name == name);

    public async Task<ImmutableArray<PreparedArtifact>> PrepareAsync(
        ImmutableArray<ArtifactPlan> artifacts, IProgress<string> progress, CancellationToken cancellationToken)
    {
        progress.Report($"{artifacts.Length} artifacts are being built");
        await Task.Delay(PreparationTakes, time, cancellationToken);
        return PreparationFailure is { } failure
            ? throw failure
            : [.. artifacts.Select(artifact => new PreparedArtifact(artifact.Id, $"sha256:{artifact.Id}", FromCache: false, PreparationTakes))];
    }

    public async Task<Placement> PlaceAsync(PlacementOrder order, CancellationToken cancellationToken)
    {
        Placements.Add(order);
        await Task.Delay(TimeSpan.FromMilliseconds(10), time, cancellationToken);
        return new Placement
        {
            Instance = order.Instance,
            Version = Places(order),
            Digests = new[] { order.Platform, order.Release }.OfType<ArtifactPlan>()
                .ToImmutableSortedDictionary(artifact => artifact.Id, artifact => $"sha256:{artifact.Id}", StringComparer.Ordinal),
            Handle = $"servers/{order.Instance}",
        };
    }

    public async Task<IInstance> StartAsync(InstanceOrder order, CancellationToken cancellationToken)
    {
        var takes = StartTakes(order);
        await Task.Delay(takes, time, cancellationToken);
        if (StartFailure(order) is { } failure)
        {
            throw failure;
        }

        var instance = new FakeInstance(order, order.Program is ProgramSource.Placed placed ? Runs(order, placed.Placement.Version) : null, takes, time);
        if (order.Program is ProgramSource.Placed { Placement: { Version.Platform: ServerVersion.NoPlatform } single })
        {
            instance.Digest = single.Digests.Values.Single();
        }

        instances.Add(instance);
        OnStarted(instance);
        return instance;
    }

    public async ValueTask DisposeAsync()
    {
        Disposals++;
        if (DisposeTakes > TimeSpan.Zero)
        {
            await Task.Delay(DisposeTakes, time, CancellationToken.None);
        }

        foreach (var instance in instances)
        {
            await instance.DisposeAsync();
        }

        if (DisposeFailure is { } failure)
        {
            throw failure;
        }
    }
}
