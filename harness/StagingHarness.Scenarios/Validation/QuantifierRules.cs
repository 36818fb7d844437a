using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Expectations;

namespace StagingHarness.Scenarios.Validation;

/// <summary>An expectation that counts says in one way how often, how soon or how long.</summary>
internal static class QuantifierRules
{
    public static void Check(ValidationContext context, CountedExpectationDocument expectation, SourceSpan span)
    {
        var written = expectation.WrittenQuantifiers().ToList();
        if (!expectation.HasQuantifier)
        {
            context.Findings.Report(
                FindingCode.NoQuantifier,
                expectation.Name?.Span ?? span,
                "nothing says how often this must be so.",
                $"add one of {NearestName.List(KeysOf(expectation))}, like '{SampleOf(expectation)}'");
        }

        if (written is [var first, var second, ..])
        {
            context.Findings.Report(
                FindingCode.SeveralQuantifiers,
                second.Span,
                $"'{first.Key}' and '{second.Key}' both say how often this must be so.",
                "keep one of them, and make two expectations of both");
        }

        if (expectation.Always is { Value: false } never)
        {
            context.Findings.Report(
                FindingCode.KeyDoesNotFit,
                never.Span,
                "'always: false' asks nothing.",
                expectation is InstanceExpectationDocument ? "write 'at-most: 0 times' for never" : "write 'share: none' for never, or 'share: at most 99 %'");
        }

        if (expectation is { Since: { } since, Within: null } && !written.Exists(key => key.Key == "within"))
        {
            context.Findings.Report(
                FindingCode.SinceAlone,
                since.Span,
                "'since' stands without 'within', so nothing is counted from it.",
                "add 'within: 2s', or remove it");
        }
    }

    private static List<string> KeysOf(CountedExpectationDocument expectation) => expectation switch
    {
        ProviderExpectationDocument or PagerExpectationDocument => ["at-least", "at-most"],
        InstanceExpectationDocument => ["always", "at-least", "at-most", "within", "for-at-least"],
        _ => ["share", "always", "at-least", "at-most", "within", "for-at-least"],
    };

    private static string SampleOf(CountedExpectationDocument expectation) =>
        expectation is ProviderExpectationDocument or PagerExpectationDocument or InstanceExpectationDocument ? "at-least: 1 time" : "share: 100 %";
}
