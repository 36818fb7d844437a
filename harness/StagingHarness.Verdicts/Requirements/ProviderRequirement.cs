using System.Collections.Immutable;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Wording;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Verdicts.Requirements;

/// <summary>
/// The stand-in answered everything that it was asked, and did not break itself; what it could not answer, the real provider
/// might have, so the servers' failures prove nothing then.
/// </summary>
internal sealed class ProviderRequirement : Requirement
{
    public override string Name => "provider stand-in clean";

    protected override RequirementResult Examine(RunAnalysis analysis, ImmutableArray<ExpectationResult> expectations)
    {
        if (analysis.Record.Plan.System.Provider is null)
        {
            return Met("the system has no provider");
        }

        if (analysis.Record.Events.OfType<ProviderRead>().LastOrDefault() is not { } read)
        {
            return Inconclusive("nothing says what the provider has seen");
        }

        if (!read.StubErrors.IsEmpty)
        {
            return Inconclusive($"{Figures.Count(read.StubErrors.Length, "error")} inside the stand-in, the first: {read.StubErrors[0]}");
        }

        var count = Math.Max(read.UnmatchedCount, read.Unmatched.Length);
        if (count > 0 && Declaring(analysis.Record.Plan) is { } number)
        {
            return Met($"{Figures.Count(count, "call")} that the stand-in does not know, of which {number} speaks");
        }

        if (count > 0)
        {
            return Inconclusive(
                $"{Figures.Count(count, "call")} that the stand-in does not know: {Figures.Quoted(read.Unmatched.Distinct().Take(3))}{NearMisses(read)}");
        }

        return Met($"{Figures.Count(read.Calls.Values.Sum(), "call")}, all of them known to the stand-in");
    }

    private static string NearMisses(ProviderRead read) => string.Concat(
        (read.NearMisses ?? ImmutableSortedDictionary<string, string>.Empty).Take(3).Select(call => $"; for '{call.Key}', mapping {call.Value}"));

    /// <summary>The expectation that decides how many unknown calls there may be; null when none does, so that there may be none.</summary>
    private static string? Declaring(ScenarioPlan plan) => plan.Expectations.OfType<ProviderExpectationPlan>()
        .FirstOrDefault(expectation => expectation is { Endpoint: null, ReportOnly: false })?.Number;
}
