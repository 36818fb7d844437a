using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Syntax;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Scenarios.Validation;

/// <summary>What is expected goes with what the scenario wants to prove.</summary>
internal static class IntentRules
{
    public static void Check(ValidationContext context)
    {
        if (context.Scenario.Intent is not { } intent)
        {
            return;
        }

        switch (intent.Value)
        {
            case Intent.Reproduce:
                CheckReproduce(context, intent);
                break;
            case Intent.Protect:
                CheckProtect(context);
                break;
        }
    }

    private static void CheckReproduce(ValidationContext context, Spanned<Intent> intent)
    {
        if (context.Scenario.ProtectFrom is { } from)
        {
            context.Findings.Report(
                FindingCode.NothingProtected,
                from.Span,
                "'protect-from' does not go with 'intent: reproduce'.",
                "remove it, or write 'intent: protect'");
        }

        // An expectation that could not be read may well be the one that describes the failure.
        var allRead = context.Root.Entry("expect")?.Value is SequenceSyntax { Items.Length: > 0 and var written }
            && context.Expectations.Count() == written;
        if (allRead && !context.Expectations.Any(expectation => FailureDescription.MayFit(context, expectation.Value)))
        {
            context.Findings.Report(
                FindingCode.NoFailureDescribed,
                intent.Span,
                "the scenario reproduces a failure, and no expectation describes it.",
                "add one like 'answers: { status: 500, by: app }' with 'share: 100 %', or write 'intent: protect'");
        }
    }

    private static void CheckProtect(ValidationContext context)
    {
        var from = context.Scenario.ProtectFrom?.Value;
        foreach (var expectation in context.Expectations.Where(expectation => FailureDescription.Fits(context, expectation.Value)))
        {
            if (context.Root.Entry("protect-from") is null)
            {
                context.Findings.Report(
                    FindingCode.FailureProtected,
                    expectation.Value.Name?.Span ?? expectation.Span,
                    "this expects a failure, and 'intent: protect' lets nothing break.",
                    "name the phase from which on nothing may break with 'protect-from', or write 'intent: reproduce'");
            }
            else if ((expectation.Value.Phase?.Value ?? []).FirstOrDefault(phase => phase.Value == from) is { } phase)
            {
                context.Findings.Report(
                    FindingCode.FailureProtected,
                    phase.Span,
                    $"this expects a failure in '{from}', from which on nothing may break.",
                    "expect the failure in an earlier phase, or begin 'protect-from' later");
            }
        }
    }
}
