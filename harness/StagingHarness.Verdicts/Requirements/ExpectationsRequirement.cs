using System.Collections.Immutable;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Wording;

namespace StagingHarness.Verdicts.Requirements;

/// <summary>A run that asked for nothing proves nothing, and neither does one that measured too little.</summary>
internal sealed class ExpectationsRequirement : Requirement
{
    public override string Name => "expectations exist and reached their samples";

    protected override RequirementResult Examine(RunAnalysis analysis, ImmutableArray<ExpectationResult> expectations)
    {
        var deciding = expectations.Where(expectation => !expectation.ReportOnly).ToArray();
        var open = deciding.Where(expectation => expectation.Standing == Standing.Inconclusive).ToArray();
        return (deciding.Length, open.Length) switch
        {
            (0, _) => Inconclusive(expectations.IsEmpty ? "the scenario expects nothing" : "every expectation only reports, so none decides"),
            (_, 0) => Met($"{Figures.Count(deciding.Length, "expectation")}, all measured"),
            _ => Inconclusive(
                $"{Figures.Count(open.Length)} of {Figures.Count(deciding.Length, "expectation")} could not be measured: "
                + Figures.Joined(open.Select(expectation => expectation.Number))),
        };
    }
}
