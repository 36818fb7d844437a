using System.Collections.Immutable;
using StagingHarness.Engines;
using StagingHarness.Execution.Hooks;
using StagingHarness.Execution.Ports.Browsing;
using StagingHarness.History.Events;
using StagingHarness.Scenarios;

namespace StagingHarness.Rehearsals;

/// <summary>What a rehearsal is told from outside; every part has a sensible default.</summary>
public sealed record RehearsalOptions
{
    /// <summary>
    /// The scenario root of a scenario in code; null means the nearest folder above the program that holds a solution or a <c>.git</c>, else the
    /// program's own. A plan comes with its root.
    /// </summary>
    public string? RootDirectory { get; init; }

    /// <summary>What is set from outside in a scenario in code. A plan holds what it was given.</summary>
    public ScenarioInputs Inputs { get; init; } = ScenarioInputs.None;

    /// <summary>Folder in which run folders are made; null means <c>.stage/runs</c> below the scenario root.</summary>
    public string? RunsFolder { get; init; }

    /// <summary>The engine to run on.</summary>
    public EngineWish Engine { get; init; } = EngineWish.Auto;

    /// <summary>
    /// Code that steps <c>hook</c> run, by the name that the scenario gives. A hook gets what it finds on the stage, and a token that is cancelled when its time is over;
    /// the step ends when its task does. <see cref="HookContext.Fail"/> fails the run; any other exception leaves it inconclusive.
    /// </summary>
    public ImmutableDictionary<string, Func<HookContext, CancellationToken, Task>> Hooks { get; init; } =
        ImmutableDictionary<string, Func<HookContext, CancellationToken, Task>>.Empty;

    /// <summary>The browser of journeys that need one; null means the one of the package <c>StagingHarness.Browser</c>, where that is there.</summary>
    public IBrowserLauncher? Browser { get; init; }

    /// <summary>Sees every event after it was written, in order; it must return quickly.</summary>
    public Action<JournalEvent> Observer { get; init; } = static _ => { };

    /// <summary>Gets a line per state change before the first event of a step: what is built, and what was found.</summary>
    public Action<string> Preparation { get; init; } = static _ => { };
}
