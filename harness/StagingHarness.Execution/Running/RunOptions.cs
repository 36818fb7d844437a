using System.Collections.Immutable;
using StagingHarness.Execution.Hooks;

namespace StagingHarness.Execution.Running;

/// <summary>What a run is told from outside.</summary>
public sealed record RunOptions
{
    public required Ports.RunIdentity Identity { get; init; }

    public required string HarnessVersion { get; init; }

    /// <summary>Absolute path of the folder from which the paths of the plan count.</summary>
    public required string ScenarioRoot { get; init; }

    /// <summary>Credential name to secret, of those that exist already; the others are made for the run.</summary>
    public ImmutableSortedDictionary<string, string> Secrets { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Code that steps of the plan run, by its name.</summary>
    public ImmutableDictionary<string, Func<HookContext, CancellationToken, Task>> Hooks { get; init; } =
        ImmutableDictionary<string, Func<HookContext, CancellationToken, Task>>.Empty;

    /// <summary>Gets a line per state change while artifacts are prepared.</summary>
    public required IProgress<string> Preparation { get; init; }
}
