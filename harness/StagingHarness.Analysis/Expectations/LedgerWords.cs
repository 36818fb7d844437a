using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Analysis.Expectations;

/// <summary>What is asked of the ledger, in words.</summary>
internal static class LedgerWords
{
    /// <summary><c>lost 0 and doubled 0 of what was acknowledged; present without having been acknowledged: 0</c>.</summary>
    public static string Wanted(LedgerExpectationPlan plan) => (Acknowledged(plan), plan.UnacknowledgedPresent) switch
    {
        ({ } acknowledged, null) => acknowledged,
        ({ } acknowledged, { } present) => $"{acknowledged}; {Unacknowledged(present)}",
        (null, { } present) => Unacknowledged(present),
        (null, null) => "nothing",
    };

    private static string? Acknowledged(LedgerExpectationPlan plan) => (plan.Lost, plan.Doubled) switch
    {
        ({ } lost, { } doubled) => $"lost {lost} and doubled {doubled} of what was acknowledged",
        ({ } lost, null) => $"lost {lost} of what was acknowledged",
        (null, { } doubled) => $"doubled {doubled} of what was acknowledged",
        (null, null) => null,
    };

    private static string Unacknowledged(CountBounds present) => $"present without having been acknowledged: {present}";
}
