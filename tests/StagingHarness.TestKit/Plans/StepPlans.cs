using System.Collections.Immutable;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.TestKit.Plans;

/// <summary>The steps of the incident.</summary>
public static class StepPlans
{
    private static readonly StepStart Next = new StepStart.AfterPrevious();
    private static readonly ImmutableArray<string> Servers = ["portal-1", "portal-2", "portal-3", "portal-4"];

    public static ImmutableArray<StepPlan> Steps(ServerVersion target) =>
    [
        new StartStageStepPlan { Number = "1", Sentence = "Start gateway, provider, generator and 4 servers", Start = Next, Takes = default, Deadline = Real(60), Place = null },
        new StartTrafficStepPlan { Number = "2", Sentence = "Start the traffic", Start = Next, Takes = default, Deadline = Real(10), Place = null },
        new BaselineStepPlan { Number = "3", Sentence = "Measure the unchanged stage", Start = Next, Takes = default, Deadline = Real(15), Place = null, MinimumSamples = 100 },
        new StageVersionStepPlan
        {
            Number = "4", Sentence = $"Stage {target} on portal-1 to portal-4, without traffic", Start = new StepStart.AtTime(IncidentPlans.At(13, 55)),
            Takes = default, Deadline = Real(60), Place = IncidentPlans.Place(20), Service = "portal", Servers = Servers, Version = target,
        },
        new ActivateStepPlan
        {
            Number = "5", Sentence = $"Hand all traffic over to {target}", Start = new StepStart.AtTime(IncidentPlans.At(14, 0)),
            Takes = default, Deadline = Real(30), Place = IncidentPlans.Place(22), Service = "portal", Servers = Servers, Version = target, Begins = "upgraded",
        },
        new WatchStepPlan { Number = "6", Sentence = "Watch the traffic for 15 min", Start = Next, Takes = Minutes(15), Deadline = Real(10), Place = IncidentPlans.Place(24) },
    ];

    public static ImmutableArray<StepPlan> Runbook(ServerVersion back) =>
    [
        new AcknowledgeStepPlan { Number = "R1", Sentence = "The on-call team acknowledges the page", Start = Next, Takes = Minutes(5), Deadline = Real(10), Place = IncidentPlans.Place(26) },
        new DecideStepPlan { Number = "R2", Sentence = "The on-call team decides", Start = Next, Takes = Minutes(1), Deadline = Real(10), Place = IncidentPlans.Place(27) },
        new RollBackStepPlan
        {
            Number = "R3", Sentence = $"Place {back} back on portal-1 to portal-4", Start = Next, Takes = Minutes(2), Deadline = Real(30),
            Place = IncidentPlans.Place(28), Service = "portal", Servers = Servers, Version = back,
        },
        new RestartStepPlan
        {
            Number = "R4", Sentence = $"Restart portal-1 to portal-4 with {back}", Start = Next, Takes = Minutes(2), Deadline = Real(60),
            Place = IncidentPlans.Place(29), Service = "portal", Servers = Servers, Version = back, Begins = "recovered",
        },
        new WatchStepPlan { Number = "R5", Sentence = "Watch the traffic for 3 min", Start = Next, Takes = Minutes(3), Deadline = Real(10), Place = IncidentPlans.Place(30) },
    ];

    public static ImmutableArray<StepPlan> Closing() =>
    [
        new VerifyStepPlan
        {
            Number = "C1", Sentence = "Measure the end state", Start = Next, Takes = default, Deadline = Real(15), Place = null,
            MinimumSamples = 100, Window = Real(1),
        },
        new StopTrafficStepPlan { Number = "C2", Sentence = "Stop the traffic and read the provider", Start = Next, Takes = default, Deadline = Real(10), Place = null },
    ];

    private static TimeSpan Real(int seconds) => TimeSpan.FromSeconds(seconds);

    private static IncidentDuration Minutes(double minutes) => new(minutes);
}
