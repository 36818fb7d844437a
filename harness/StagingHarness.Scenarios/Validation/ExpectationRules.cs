using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Syntax;

namespace StagingHarness.Scenarios.Validation;

/// <summary>There is something to expect, and each expectation can be met and missed.</summary>
internal static class ExpectationRules
{
    public static void Check(ValidationContext context)
    {
        var entry = context.Root.Entry("expect");
        if (entry?.Value is null or SequenceSyntax { Items.Length: 0 })
        {
            context.Findings.Report(
                FindingCode.NoExpectation,
                entry?.Key.Span ?? context.Root.Span,
                "the scenario expects nothing, so a green result would prove nothing.",
                "add 'expect' with at least one expectation");
        }

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var expectation in context.Expectations)
        {
            if (expectation.Value.Name is { } name && !names.Add(name.Value))
            {
                context.Findings.Report(
                    FindingCode.NameTaken,
                    name.Span,
                    $"another expectation is named '{name.Value}'.",
                    "give it a name that tells them apart in a report");
            }

            CheckKind(context, expectation.Value);
        }
    }

    private static void CheckKind(ValidationContext context, ExpectationDocument expectation)
    {
        switch (expectation)
        {
            case AnswersExpectationDocument { Answers: { } answers }:
                CheckCondition(context, answers);
                break;
            case HealthExpectationDocument { Health: { } health }:
                CheckHealth(context, health.Span);
                break;
            case PageExpectationDocument { Page: { } page } document:
                CheckPage(context, document, page);
                break;
        }
    }

    private static void CheckCondition(ValidationContext context, Spanned<AnswerConditionDocument> answers)
    {
        var (status, right, by) = (answers.Value.Status, answers.Value.Right, answers.Value.By);
        if (by is { Value: Answerer.Nobody } && (status is not null || right is { Value: true }))
        {
            Contradict(context, by.Span, "nobody answers with a status, or rightly", "keep 'by: nobody' alone");
        }
        else if (status is not null && right is not null && FailureDescription.IsRight(status.Value) != right.Value)
        {
            Contradict(
                context,
                right.Span,
                $"status {status.Value} is {(right.Value ? "not " : "")}a right answer",
                "keep 'status' and remove 'right'; right means 2xx");
        }
    }

    private static void Contradict(ValidationContext context, SourceSpan span, string why, string hint) =>
        context.Findings.Report(FindingCode.ConditionImpossible, span, $"no answer is like this: {why}.", hint);

    private static void CheckHealth(ValidationContext context, SourceSpan span)
    {
        if (context.Scenario.Traffic?.Value.Service is { } service && context.Service(service.Value) is { HasHealth: false })
        {
            context.Findings.Report(
                FindingCode.NoHealthCheck,
                span,
                $"service '{service.Value}' has no health check, so nothing can be expected of it.",
                "add 'health' with its 'path' to the service in the system file, or expect 'answers'");
        }
    }

    private static void CheckPage(ValidationContext context, PageExpectationDocument document, Spanned<PageWish> page)
    {
        if (page.Value == PageWish.None && document.Within is { } within)
        {
            Misfit(context, within.Span, "'within' does not fit 'page: none'", "a silence has no moment; remove it");
        }

        if (page.Value == PageWish.Sent && document.Samples is { } samples)
        {
            Misfit(context, samples.Span, "'samples' does not fit 'page: sent'", "one page is enough to be seen; remove it");
        }

        if (page.Value == PageWish.Sent && document.Phase is null)
        {
            context.Findings.Report(
                FindingCode.MissingKey,
                page.Span,
                "key 'phase' is missing beside 'page: sent'.",
                "say in which phase the page must go out, like 'phase: upgraded'");
        }
    }

    private static void Misfit(ValidationContext context, SourceSpan span, string what, string hint) =>
        context.Findings.Report(FindingCode.KeyDoesNotFit, span, $"{what}.", hint);
}
