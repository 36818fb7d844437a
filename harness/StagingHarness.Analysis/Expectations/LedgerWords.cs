using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Analysis.Expectations;

/// <summary>What is asked of the ledger, in words.</summary>
internal static class LedgerWords
{
    /// <summary><c>lost 0 and doubled 0 of what was acknowledged</c>.</summary>
    public static string Wanted(LedgerExpectationPlan plan) => (plan.Lost, plan.Doubled) switch
    {
        ({ } lost, { } doubled) => $"lost {lost} and doubled {doubled} of what was acknowledged",
        ({ } lost, null) => $"lost {lost} of what was acknowledged",
        (null, { } doubled) => $"doubled {doubled} of what was acknowledged",
        (null, null) => "nothing",
    };
}
