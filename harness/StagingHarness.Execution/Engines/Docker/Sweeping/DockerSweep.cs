using System.Collections.Immutable;
using Docker.DotNet;
using StagingHarness.Execution.Engines.Docker.Endpoints;
using StagingHarness.Execution.Engines.Docker.Failures;
using StagingHarness.Execution.Supervision;

namespace StagingHarness.Execution.Engines.Docker.Sweeping;

/// <summary>
/// Removes containers, networks and volumes of runs whose harness is gone. Those of living runs, and of other hosts, are never
/// touched; another sweep may be at work at the same time.
/// </summary>
public sealed class DockerSweep
{
    /// <summary>How long it goes on at most.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    // An object that is refused this often without anything changing is held by somebody else.
    private const int MostRefusals = 8;

    // A create that was under way in the engine when its harness was killed appears after the first listing.
    private const int EmptyListings = 2;

    private readonly EngineInventory _inventory;
    private readonly ObjectRemoval _removal;
    private readonly TimeProvider _time;
    private readonly ImmutableArray<string>.Builder _removed = ImmutableArray.CreateBuilder<string>();
    private readonly Dictionary<string, int> _refusals = [];
    private readonly Dictionary<string, string> _reasons = [];

    private DockerSweep(DockerClient client, TimeProvider timeProvider)
    {
        _inventory = new EngineInventory(client, HostId.OfThisMachine());
        _removal = new ObjectRemoval(client);
        _time = timeProvider;
    }

    /// <summary>Removes them, and says in one line each what was removed, or could not be and how to remove it.</summary>
    /// <param name="endpoint">The engine; trouble with it is among what is left.</param>
    /// <param name="timeProvider">Measures the 10 s that it takes at most.</param>
    /// <param name="cancellationToken">Gives up the sweep.</param>
    public static async Task<SweepReport> RunAsync(DockerEndpoint endpoint, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        using var client = endpoint.CreateClient();
        return await new DockerSweep(client, timeProvider).SweepAsync(cancellationToken);
    }

    /// <summary>What <see cref="RunAsync"/> would remove, a line each; trouble with the engine is among what is left.</summary>
    public static async Task<SweepReport> FindAsync(DockerEndpoint endpoint, CancellationToken cancellationToken)
    {
        using var client = endpoint.CreateClient();
        try
        {
            var stale = await new EngineInventory(client, HostId.OfThisMachine()).ListStaleAsync(cancellationToken);
            return new SweepReport([.. stale.Select(one => one.WouldBeRemoved)], []);
        }
        catch (Exception exception) when (EngineTrouble.Is(exception))
        {
            return new SweepReport([], [NotSeen(exception)]);
        }
    }

    private async Task<SweepReport> SweepAsync(CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(Deadline, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        ImmutableArray<LabelledObject> stale = [];
        try
        {
            for (var empty = 0; empty < EmptyListings;)
            {
                stale = await _inventory.ListStaleAsync(both.Token);
                empty = stale.IsEmpty ? empty + 1 : 0;
                await RemoveAsync(stale, both.Token);
                if (!stale.IsEmpty && stale.All(one => _refusals.GetValueOrDefault(one.Id) >= MostRefusals))
                {
                    break;
                }

                await PauseAsync(empty, both.Token);
            }

            return Report(stale);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return Report(stale);
        }
        catch (Exception exception) when (EngineTrouble.Is(exception))
        {
            return new SweepReport(_removed.ToImmutable(), [NotSeen(exception)]);
        }
    }

    private static string NotSeen(Exception exception) =>
        $"What dead runs left on the Docker engine could not be seen through: {exception.Message.TrimEnd('.')}; run 'stage clean' once the engine answers.";

    private async Task PauseAsync(int empty, CancellationToken cancellationToken)
    {
        if (empty < EmptyListings)
        {
            await Task.Delay(Pause, _time, cancellationToken);
        }
    }

    private async Task RemoveAsync(ImmutableArray<LabelledObject> stale, CancellationToken cancellationToken)
    {
        // Networks and volumes can go only when their containers have gone.
        foreach (var kind in stale.GroupBy(one => one.Kind).OrderBy(group => group.Key))
        {
            await Task.WhenAll(kind.Select(one => RemoveAsync(one, cancellationToken)));
        }
    }

    private async Task RemoveAsync(LabelledObject target, CancellationToken cancellationToken)
    {
        var result = await _removal.RemoveAsync(target, cancellationToken);
        lock (_reasons)
        {
            if (result.IsRemoved)
            {
                _removed.Add(target.Removed);
            }
            else if (result.Refusal is { } refusal)
            {
                _refusals[target.Id] = _refusals.GetValueOrDefault(target.Id) + 1;
                _reasons[target.Id] = refusal;
            }
        }
    }

    private SweepReport Report(ImmutableArray<LabelledObject> stale) =>
        new(
            [.. _removed.Order(StringComparer.Ordinal)],
            [.. stale.Where(one => !_removed.Contains(one.Removed))
                .Select(one => one.CouldNotBeRemoved(_reasons.GetValueOrDefault(one.Id, $"the engine did not remove it within {Deadline.TotalSeconds:0} s")))]);
}
