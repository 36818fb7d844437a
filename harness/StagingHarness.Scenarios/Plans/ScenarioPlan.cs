using System.Collections.Immutable;
using StagingHarness.Scenarios.Plans.Alerts;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.Scenarios.Plans.Systems;

namespace StagingHarness.Scenarios.Plans;

/// <summary>A scenario, resolved: every default decided, every step numbered, described and bounded. A plain value.</summary>
public sealed record ScenarioPlan
{
    /// <summary>Version of this format; a reader refuses one that it does not know.</summary>
    public required int FormatVersion { get; init; }

    /// <summary>Unique slug, such as <c>incident-2023-05-13</c>.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    public required Intent Intent { get; init; }

    /// <summary>With <see cref="Intent.Protect"/>: the phase from whose beginning nothing may break; null means the whole run.</summary>
    public required string? ProtectFrom { get; init; }

    public required ImmutableArray<string> Tags { get; init; }

    /// <summary>The scenario file, relative to the scenario root, with forward slashes.</summary>
    public required string File { get; init; }

    /// <summary>What was overridden from outside, as given (<c>path=value</c>), in order.</summary>
    public required ImmutableArray<string> Overrides { get; init; }

    /// <summary>Files that were laid over the scenario from outside, as given, in order.</summary>
    public required ImmutableArray<string> OverrideFiles { get; init; }

    /// <summary>The scenario's variables, with the values that stand in this plan.</summary>
    public required ImmutableArray<VariablePlan> Variables { get; init; }

    /// <summary>Paths that a test run may override from outside, such as <c>upgrade.to.release</c>.</summary>
    public required ImmutableArray<string> Candidate { get; init; }

    public required long Seed { get; init; }

    public required ClockPlan Clock { get; init; }

    public required SystemPlan System { get; init; }

    public required ImmutableArray<ServicePlacementPlan> Stage { get; init; }

    public required TrafficPlan Traffic { get; init; }

    public required DetectionPlan Detection { get; init; }

    /// <summary>Alert rules, and what pages.</summary>
    public AlertingPlan Alerting { get; init; } = AlertingPlan.None;

    public required ImmutableArray<StepPlan> Steps { get; init; }

    /// <summary>What the on-call team does when a page goes out; the steps are left where they stand. Empty: nobody answers.</summary>
    public required ImmutableArray<StepPlan> Runbook { get; init; }

    /// <summary>Steps that end every run, whether a page went out or not.</summary>
    public required ImmutableArray<StepPlan> Closing { get; init; }

    public required EndStatePlan EndState { get; init; }

    public required ImmutableArray<ExpectationPlan> Expectations { get; init; }

    public required ReportedPlan? Reported { get; init; }

    /// <summary>Steps, runbook and closing; behind a step that is made of others, these.</summary>
    public IEnumerable<StepPlan> AllSteps() => ParallelStepPlan.Flat([.. Steps, .. Runbook, .. Closing]);

    /// <summary>The step is one of the scenario's own, or a part of one.</summary>
    public bool IsScheduled(StepPlan step) => ParallelStepPlan.Flat(Steps).Contains(step);
}
