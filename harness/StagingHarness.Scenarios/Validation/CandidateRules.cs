using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents;

namespace StagingHarness.Scenarios.Validation;

/// <summary>Candidate paths lead to something that can be set.</summary>
internal static class CandidateRules
{
    public static void Check(ValidationContext context)
    {
        var valid = OverrideReader.SettablePaths(context.Root);
        foreach (var path in context.Scenario.Candidate?.Value ?? [])
        {
            if (!valid.Contains(path.Value))
            {
                context.Findings.Report(
                    FindingCode.CandidateUnknown,
                    path.Span,
                    $"candidate '{path.Value}' leads to nothing in the scenario that can be set.",
                    NearestPath.Hint(path.Value, valid));
            }
        }
    }
}
