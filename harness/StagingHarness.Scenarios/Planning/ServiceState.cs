using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Scenarios.Planning;

/// <summary>What the servers of a service hold and serve at a point of the walk. A null version cannot be told.</summary>
internal sealed record ServiceState
{
    public required ServerVersion? Serving { get; init; }

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

    public static ServiceState Fresh(ServerVersion? version) => new() { Serving = version, Placed = version };

    public ServiceState Stage(ServerVersion? target) => this with { Placed = target, IsStaged = true };

    public ServiceState Activate() => this with
    {
        Serving = Placed,
        IsStaged = false,
        HasPrevious = true,
        Previous = Serving,
    };

    public ServiceState RollBack(SourceSpan at) => this with { Placed = Previous, IsStaged = false, RolledBackAt = at };

    /// <summary>Starts what is placed: after a rollback that is the end of the way back, else it is an upgrade in place.</summary>
    public ServiceState Restart() => this with
    {
        Serving = Placed,
        IsStaged = false,
        HasPrevious = RolledBackAt is null && (IsStaged || HasPrevious),
        Previous = IsStaged ? Serving : Previous,
        RolledBackAt = null,
    };

    /// <summary>As the runbook finds it: whatever is staged is left alone.</summary>
    public ServiceState ForRunbook() => this with { Placed = Serving, IsStaged = false, RolledBackAt = null };
}
