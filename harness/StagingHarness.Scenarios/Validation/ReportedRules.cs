using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Validation;

/// <summary>A reported timeline runs forwards.</summary>
internal static class ReportedRules
{
    public static void Check(ValidationContext context)
    {
        Spanned<IncidentTime>? before = null;
        foreach (var moment in context.Scenario.Reported?.Value.Timeline?.Value ?? [])
        {
            if (moment.Value.At is not { } at)
            {
                continue;
            }

            if (before is not null && at.Value.MinutesOfDay < before.Value.MinutesOfDay)
            {
                context.Findings.Report(
                    FindingCode.TimeRunsBackwards,
                    at.Span,
                    $"{at.Value} comes before {before.Value}, which stands above it.",
                    "write the timeline in the order of its times");
            }

            before = at;
        }
    }
}
