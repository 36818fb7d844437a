using System.Collections.Immutable;
using StagingHarness.Scenarios.Documents;

namespace StagingHarness.Scenarios.Planning;

/// <summary>The phases of a run: those that every scenario has a name for, and those that its steps begin.</summary>
internal static class Phases
{
    public const string Baseline = "baseline";
    public const string Staging = "staging";
    public const string Upgrade = "upgrade";
    public const string Rollback = "rollback";
    public const string Outage = "outage";

    /// <summary>Names that no step may give to the phase that it begins.</summary>
    public static ImmutableArray<string> BuiltIn { get; } = [Baseline, Staging, Upgrade, Rollback, Outage];

    /// <summary>Names that mean something even where no step begins them.</summary>
    public static ImmutableArray<string> WellKnown { get; } = [.. BuiltIn, Defaults.ActivateBegins, Defaults.RestartBegins];

    /// <summary>The phases that can begin in such a run, in their usual order.</summary>
    public static ImmutableArray<string> Of(WalkedSteps steps)
    {
        var all = steps.All.ToList();
        var names = new List<string> { Baseline };
        if (all.Exists(step => step.Body.Value is StageStepDocument))
        {
            names.Add(Staging);
        }

        if (all.Exists(step => step.Body.Value is ActivateStepDocument))
        {
            names.Add(Upgrade);
        }

        names.Add(Outage);
        if (all.Exists(step => step.Body.Value is RollBackStepDocument))
        {
            names.Add(Rollback);
        }

        names.AddRange(all.Select(step => step.Begins).OfType<string>());
        return [.. names.Distinct(StringComparer.Ordinal)];
    }
}
