using StagingHarness.Analysis.Wording;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Analysis.Expectations;

/// <summary>What is asked of a mixed state, in words.</summary>
internal static class MixedWords
{
    /// <summary><c>2 of 4 servers on the new version for at least 100 requests and 2 s</c>.</summary>
    public static string Wanted(MixedExpectationPlan plan)
    {
        var time = plan.LeastTime == TimeSpan.Zero ? "" : $" and {Figures.Seconds(plan.LeastTime)} (real time)";
        return $"{plan.New} of {Figures.Count(plan.Of, "server")} on the new version for at least {Figures.Count(plan.LeastRequests, "request")}{time}";
    }
}
