using StagingHarness.Scenarios.Plans;

namespace StagingHarness.TestKit.Plans;

/// <summary>Plans whose traffic is a journey: both kinds of requests, one after the other.</summary>
public static class JourneyPlans
{
    public const string Name = "order";

    /// <param name="plan">A plan with two kinds of requests.</param>
    public static ScenarioPlan WithJourney(this ScenarioPlan plan) => plan with
    {
        Traffic = plan.Traffic with { Turns = [new TurnPlan(0, 2, 1) { Journey = Name }] },
    };
}
