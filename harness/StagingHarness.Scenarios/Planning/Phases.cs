using System.Collections.Immutable;
using StagingHarness.Scenarios.Documents.Steps;
using StagingHarness.Scenarios.Planning.Strategies;
using StagingHarness.Scenarios.Planning.Walks;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Scenarios.Planning;

/// <summary>The phases of a run: those that every scenario has a name for, and those that its steps begin.</summary>
internal static class Phases
{
    public const string Baseline = "baseline";
    public const string Staging = "staging";
    public const string Upgrade = "upgrade";
    public const string Canary = "canary";

    public const string Rollback = "rollback";
    public const string Outage = "outage";

    /// <summary>Names that no step may give to the phase that it begins.</summary>
    public static ImmutableArray<string> BuiltIn { get; } = [Baseline, Staging, Upgrade, Canary, Rollback, Outage, GateStepPlan.Window];

    /// <summary>Names that mean something even where no step begins them.</summary>
    public static ImmutableArray<string> WellKnown { get; } = [.. BuiltIn, Defaults.ActivateBegins, Defaults.JoinBegins, Defaults.RestartBegins];

    /// <summary>The phases that can begin in such a run, in their usual order.</summary>
    public static ImmutableArray<string> Of(WalkedSteps steps)
    {
        var all = steps.All.ToList();
        var names = new List<string> { Baseline };
        if (all.Exists(step => step.Body.Value is StageStepDocument or AddMove))
        {
            names.Add(Staging);
        }

        if (all.Exists(step => step.Body.Value is ActivateStepDocument or ReplaceMove or SwitchMove))
        {
            names.Add(Upgrade);
        }

        if (all.Exists(step => step.Body.Value is LeadMove { Share: not null }))
        {
            names.Add(Canary);
        }

        names.Add(Outage);
        if (all.Exists(step => step.Body.Value is RollBackStepDocument or RevertStepDocument))
        {
            names.Add(Rollback);
        }

        names.AddRange(all.Select(step => step.Begins).OfType<string>());
        return [.. names.Distinct(StringComparer.Ordinal)];
    }
}
