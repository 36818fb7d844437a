using System.Collections.Immutable;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Faults;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.TestKit.Plans;

/// <summary>Plans of the small stage on which something is broken: steps 1 to 3 as ever, then the given ones.</summary>
public static class FaultPlans
{
    private static readonly StepStart Next = new StepStart.AfterPrevious();
    private static readonly SourcePlace Place = new("scenarios/small.scenario.yaml", 9, 1);

    public static MemberPair ToPortal { get; } = new(MemberPair.Gateway, "portal");

    /// <summary>The steps are numbered from 4; nobody answers a page, and the old version serves in the end.</summary>
    public static ScenarioPlan Build(params ImmutableArray<StepPlan> steps)
    {
        ImmutableArray<StepPlan> all = [.. PlanBuilder.IncidentSteps[..3], .. steps.Select((step, index) => step with { Number = $"{index + 4}" })];
        var plan = new PlanBuilder().WithSteps(all).WithRunbook().Build();
        var old = plan.Stage.SelectMany(service => service.InstanceNames())
            .ToImmutableSortedDictionary(server => server, _ => PlanBuilder.Old, StringComparer.Ordinal);
        return plan with
        {
            EndState = new EndStatePlan { WithoutPage = old, AfterRunbook = old },
            Closing = [.. plan.Closing.Select((step, index) => step with { Number = $"C{index + 1}" })],
        };
    }

    /// <summary>For so many incident minutes; none: until it is healed.</summary>
    public static FaultStepPlan Fault(FaultPlan fault, double? minutes = null) => new()
    {
        Number = "",
        Sentence = $"Fault '{fault.Name}'",
        Start = Next,
        Takes = new IncidentDuration(minutes ?? 0),
        Deadline = TimeSpan.FromSeconds(60),
        Place = Place,
        Fault = fault,
        StaysOpen = minutes is null && fault is not RestartFaultPlan,
        ProveWithin = TimeSpan.FromSeconds(10),
    };

    public static HealStepPlan Heal(string? fault) => new()
    {
        Number = "",
        Sentence = "Heal",
        Start = Next,
        Takes = IncidentDuration.Zero,
        Deadline = TimeSpan.FromSeconds(60),
        Place = Place,
        Fault = fault,
    };

    public static WatchStepPlan Watch(double minutes) => new()
    {
        Number = "",
        Sentence = "Watch",
        Start = Next,
        Takes = new IncidentDuration(minutes),
        Deadline = TimeSpan.FromSeconds(10),
        Place = Place,
    };

    public static ProviderStepPlan Provider(TimeSpan? clock = null, KeyRotation? keys = null, TimeSpan? lifetime = null, bool renew = true) => new()
    {
        Number = "",
        Sentence = "Change the provider",
        Start = Next,
        Takes = IncidentDuration.Zero,
        Deadline = TimeSpan.FromSeconds(60),
        Place = Place,
        ClockOffset = clock,
        KeyRotation = keys,
        TokenLifetime = lifetime,
        RenewTokens = renew,
        Begins = null,
    };

    public static KillFaultPlan Kill(params ImmutableArray<string> instances) => new() { Name = "kill", Instances = instances };

    public static PauseFaultPlan Pause(params ImmutableArray<string> instances) => new() { Name = "pause", Instances = instances };

    public static LatencyFaultPlan Latency(MemberPair between) => new()
    {
        Name = "slow",
        Between = between,
        Delay = TimeSpan.FromMilliseconds(300),
        Jitter = TimeSpan.FromMilliseconds(50),
        Seed = 5,
    };
}
