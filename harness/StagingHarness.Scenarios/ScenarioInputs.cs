using System.Collections.Immutable;

namespace StagingHarness.Scenarios;

/// <summary>What is set from outside when a scenario is loaded.</summary>
public sealed record ScenarioInputs
{
    /// <summary>The file alone.</summary>
    public static ScenarioInputs None { get; } = new();

    /// <summary>Single values, each as <c>path=value</c>, such as <c>upgrade.to.release=2.0</c>.</summary>
    public ImmutableArray<string> Overrides { get; init; } = [];

    /// <summary>
    /// Files whose mappings are laid over the scenario, in this order and before <see cref="Overrides"/>; relative to the current directory.
    /// </summary>
    public ImmutableArray<string> OverrideFiles { get; init; } = [];

    /// <summary>Values of the scenario's variables, each as <c>name=value</c>.</summary>
    public ImmutableArray<string> Variables { get; init; } = [];

    /// <summary>
    /// Looks an environment variable up, for variables that <see cref="Variables"/> does not name (<c>STAGE_VAR_NAME</c>); by default there
    /// are none, so that a plan depends on nothing that its caller did not give.
    /// </summary>
    public Func<string, string?> Environment { get; init; } = static _ => null;
}
