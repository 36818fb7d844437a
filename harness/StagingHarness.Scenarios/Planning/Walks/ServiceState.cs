using System.Collections.Immutable;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Planning.Strategies;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Scenarios.Planning.Walks;

/// <summary>What the servers of a service hold and serve at a point of the walk. A null version cannot be told.</summary>
internal sealed record ServiceState
{
    /// <summary>In the order in which they came; at least one.</summary>
    public required ImmutableArray<ServerState> Servers { get; init; }

    /// <summary>What lies on the servers and is started next.</summary>
    public required ServerVersion? Placed { get; init; }

    /// <summary>Something was staged and waits to be activated.</summary>
    public bool IsStaged { get; init; }

    /// <summary>Something was activated, so there is a way back.</summary>
    public bool HasPrevious { get; init; }

    /// <summary>What served before the last activation.</summary>
    public ServerVersion? Previous { get; init; }

    /// <summary>The roll-back step that waits for its restart.</summary>
    public SourceSpan? RolledBackAt { get; init; }

    /// <summary>The upgrade that is under way or was the last one; null before any, and after its way back.</summary>
    public OpenUpgrade? Upgrade { get; init; }

    /// <summary>Servers were added at some point, so a page may find more of them than stand here.</summary>
    public bool WasWidened { get; init; }

    /// <summary>What the first server serves; the others may differ while an upgrade is under way, and after a join.</summary>
    public ServerVersion? Serving => Servers[0].Serving;

    /// <summary>Servers that stay, without those of a canary.</summary>
    public ImmutableArray<ServerState> Members => [.. Servers.Where(server => !server.IsExtra)];

    public ImmutableArray<string> MemberNames => [.. Members.Select(server => server.Name)];

    /// <summary>All servers are alike, so that one version describes them.</summary>
    public bool IsUniform => Servers.All(server => server.Serving == Serving && !server.IsExtra);

    public static ServiceState Fresh(ServerVersion? version, IEnumerable<string> names) =>
        new() { Servers = [.. names.Select(name => new ServerState(name, version, IsExtra: false))], Placed = version };

    /// <summary>An upgrade to the version begins, or goes on.</summary>
    public ServiceState Open(ServerVersion? target) =>
        Upgrade is not null && Upgrade.Target == target ? this : this with { Upgrade = new OpenUpgrade(target, Members) };

    public ServiceState Stage(ServerVersion? target) => this with { Placed = target, IsStaged = true };

    public ServiceState Activate() => ServeEverywhere(Placed) with
    {
        IsStaged = false,
        HasPrevious = true,
        Previous = Serving,
    };

    public ServiceState RollBack(SourceSpan at) => this with { Placed = Previous, IsStaged = false, RolledBackAt = at };

    /// <summary>Starts what is placed: after a rollback that is the end of the way back, else it is an upgrade in place.</summary>
    public ServiceState Restart() => ServeEverywhere(Placed) with
    {
        IsStaged = false,
        HasPrevious = RolledBackAt is null && (IsStaged || HasPrevious),
        Previous = IsStaged ? Serving : Previous,
        RolledBackAt = null,
        Upgrade = RolledBackAt is null ? Upgrade : null,
    };

    public ServiceState Replace(ImmutableArray<string> names, ServerVersion? target, bool opens) => this with
    {
        Servers = [.. Servers.Select(server => names.Contains(server.Name) ? server with { Serving = target } : server)],
        Placed = target,
        HasPrevious = true,
        Previous = opens ? Serving : Previous,
    };

    public ServiceState Add(IEnumerable<string> names, IEnumerable<string> twins, ServerVersion? target, bool isExtra) => this with
    {
        Servers =
        [
            .. Servers,
            .. names.Select(name => new ServerState(name, target, isExtra)),
            .. twins.Select(name => new ServerState(name, Serving, isExtra)),
        ],
        WasWidened = true,
    };

    public ServiceState Retire(ImmutableArray<string> names) =>
        this with { Servers = [.. Servers.Where(server => !names.Contains(server.Name))] };

    /// <summary>As before the upgrade.</summary>
    public ServiceState Revert() => Upgrade is null ? this : this with
    {
        Servers = Upgrade.Before,
        Placed = Upgrade.Before[0].Serving,
        IsStaged = false,
        HasPrevious = false,
        Previous = null,
        RolledBackAt = null,
        Upgrade = null,
    };

    /// <summary>As the runbook finds it: whatever is staged is left alone.</summary>
    public ServiceState ForRunbook() => this with { Placed = Serving, IsStaged = false, RolledBackAt = null };

    private ServiceState ServeEverywhere(ServerVersion? version) =>
        this with { Servers = [.. Servers.Select(server => server.IsExtra ? server : server with { Serving = version })] };
}
