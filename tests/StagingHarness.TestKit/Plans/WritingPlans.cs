using System.Collections.Immutable;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.Scenarios.Plans.Systems;

namespace StagingHarness.TestKit.Plans;

/// <summary>Plans whose traffic places orders: every second request writes, and a ledger is read at the end.</summary>
public static class WritingPlans
{
    /// <summary>Both kinds of expectations that come with it, as a plan would number them.</summary>
    public static ImmutableArray<ExpectationPlan> Expectations { get; } =
    [
        new LedgerExpectationPlan
        {
            Number = "E1", Name = "Nothing is lost or doubled", Place = IncidentPlans.Place(40),
            Lost = new CountBounds(0, 0), Doubled = new CountBounds(0, 0), MinimumSamples = 100,
        },
        new MixedExpectationPlan
        {
            Number = "E2", Name = "Old and new servers stand side by side", Place = IncidentPlans.Place(43),
            New = 2, Of = 4, LeastRequests = 100, LeastTime = TimeSpan.FromSeconds(1),
        },
    ];

    /// <summary>The plan with writes in its traffic, and the step that reads them back.</summary>
    /// <param name="plan">A plan with two kinds of requests.</param>
    /// <param name="step">Number of the step.</param>
    public static ScenarioPlan WithWrites(this ScenarioPlan plan, string step) => plan with
    {
        Traffic = plan.Traffic with
        {
            Requests =
            [
                new RequestPlan(0, "POST", "/api/orders") { Body = "{\"reference\":\"{request.id}\"}", ContentType = "application/json" },
                plan.Traffic.Requests[1],
            ],
            Ledger = new LedgerPlan { Place = IncidentPlans.Place(20), List = "/placed", IdPointer = "/orders/*/reference", NextPointer = "/next" },
        },
        Closing =
        [
            .. plan.Closing,
            new ReadLedgerStepPlan
            {
                Number = step, Sentence = "Read back what was written", Start = new StepStart.AfterPrevious(), Takes = default,
                Deadline = TimeSpan.FromSeconds(60), Place = IncidentPlans.Place(20),
            },
        ],
    };
}
