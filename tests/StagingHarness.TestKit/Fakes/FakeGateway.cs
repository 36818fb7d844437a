using System.Collections.Immutable;
using StagingHarness.Execution.Ports.Members;

namespace StagingHarness.TestKit.Fakes;

/// <summary>A gateway that keeps its targets, and hands them out in turn.</summary>
public sealed class FakeGateway : IGateway
{
    private ImmutableArray<GatewayTarget> turns = [];
    private int next;

    /// <summary>As it was begun; null until then.</summary>
    public GatewayOrder? Order { get; set; }

    public Uri Address { get; } = new("http://gateway.1.http/");

    public ImmutableArray<ClientRoute> Routes { get; set; } = [];

    public ImmutableArray<GatewayTarget> Targets { get; private set; } = [];

    /// <summary>Thrown by the next change of routes; null lets it be taken.</summary>
    public Func<ImmutableArray<GatewayTarget>, Exception?> RouteFailure { get; set; } = _ => null;

    /// <summary>Requests in flight at a server.</summary>
    public Func<Uri, int> InFlight { get; set; } = _ => 0;

    public Task RouteAsync(ImmutableArray<GatewayTarget> targets, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (RouteFailure(targets) is { } failure)
        {
            throw failure;
        }

        Targets = targets;
        turns = [.. targets.SelectMany(target => Enumerable.Repeat(target, target.Weight))];
        next = 0;
        return Task.CompletedTask;
    }

    public Task<int> CountInFlightAsync(Uri address, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(InFlight(address));
    }

    /// <summary>The server whose turn it is, each as often in a round as its weight says; null without a target.</summary>
    public GatewayTarget? TakeTurn() => turns.IsEmpty ? null : turns[next++ % turns.Length];
}
