using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Expectations;

namespace StagingHarness.Scenarios.Validation;

/// <summary>A mixed state that is expected can come about.</summary>
internal static class MixedRules
{
    public static void Check(ValidationContext context)
    {
        var expectations = context.Expectations.Concat(WrittenSteps.Gates(context).SelectMany(gate => gate.Expect?.Value ?? []));
        foreach (var mixed in expectations.Select(expectation => (expectation.Value as MixedExpectationDocument)?.Mixed?.Value))
        {
            if (mixed is { New: { } fresh, Of: { } all } && fresh.Value > all.Value)
            {
                context.Findings.Report(
                    FindingCode.ConditionImpossible,
                    fresh.Span,
                    $"no state is like this: {fresh.Value} servers on the new version are more than the {all.Value} that take traffic.",
                    "make 'new' at most as large as 'of'");
            }
        }
    }
}
