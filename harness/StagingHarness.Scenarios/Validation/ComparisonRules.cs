using System.Collections.Immutable;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Expectations;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Validation;

/// <summary>The two sides of a comparison have no request in common.</summary>
internal static class ComparisonRules
{
    public static void Check(ValidationContext context, CompareExpectationDocument compare)
    {
        if (compare.Compare?.Value.Against is not { } against)
        {
            return;
        }

        SelectionRules.Check(context, against.Value.ToSelection());
        if (against.Value.Phase is { } phases)
        {
            var common = phases.Value.FirstOrDefault(other => Phases(compare).Any(phase => phase.Value == other.Value));
            if (common is not null && !AreApart(compare.Of?.Value, against.Value))
            {
                context.Findings.Report(
                    FindingCode.ComparedWithItself,
                    common.Span,
                    $"phase '{common.Value}' is compared with itself.",
                    "name another phase, or say with 'of' which of its requests are compared with which");
            }
        }
        else if (!AreApart(compare.Of?.Value, against.Value))
        {
            context.Findings.Report(
                FindingCode.ComparedWithItself,
                against.Span,
                "nothing keeps the two sides of the comparison apart.",
                "give 'of' and 'against' a different 'release', 'platform', 'configuration', 'instance' or 'request', or compare with another 'phase'");
        }
    }

    private static ImmutableArray<Spanned<string>> Phases(CompareExpectationDocument compare) => compare.Phase?.Value ?? [];

    private static bool AreApart(AnswerSelectionDocument? of, OthersDocument against) =>
        Differ(of?.Release?.Value, against.Release?.Value)
        || Differ(of?.Platform?.Value, against.Platform?.Value)
        || Differ(of?.Configuration?.Value, against.Configuration?.Value)
        || Differ(of?.Instance?.Value, against.Instance?.Value)
        || Differ(of?.Request?.Value.ToString(), against.Request?.Value.ToString());

    private static bool Differ(string? one, string? other) => one is not null && other is not null && one != other;
}
