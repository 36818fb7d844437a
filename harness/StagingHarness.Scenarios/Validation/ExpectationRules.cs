using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Expectations;
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

        CheckDeciding(context, entry);
        CheckEach(context, context.Expectations, "expectation");
        foreach (var gate in WrittenSteps.Gates(context))
        {
            CheckEach(context, gate.Expect?.Value ?? [], "expectation of this gate");
        }
    }

    private static void CheckEach(ValidationContext context, IEnumerable<Spanned<ExpectationDocument>> expectations, string what)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var expectation in expectations)
        {
            if (expectation.Value.Name is { } name && !names.Add(name.Value))
            {
                context.Findings.Report(
                    FindingCode.NameTaken,
                    name.Span,
                    $"another {what} is named '{name.Value}'.",
                    "give it a name that tells them apart in a report");
            }

            CheckKind(context, expectation);
        }
    }

    private static void CheckDeciding(ValidationContext context, MappingEntrySyntax? entry)
    {
        // One that could not be read may well be the one that decides.
        var allRead = entry?.Value is SequenceSyntax { Items.Length: > 0 and var written } && context.Expectations.Count() == written;
        if (allRead && entry is not null && !context.Expectations.Any(expectation => expectation.Value.Decides))
        {
            context.Findings.Report(
                FindingCode.NothingDecides,
                entry.Key.Span,
                "every expectation is 'report-only', so a green result would prove nothing.",
                "remove 'report-only' from one of them at least");
        }
    }

    private static void CheckKind(ValidationContext context, Spanned<ExpectationDocument> expectation)
    {
        if (expectation.Value is CountedExpectationDocument counted)
        {
            QuantifierRules.Check(context, counted, expectation.Span);
        }

        switch (expectation.Value)
        {
            case AnswersExpectationDocument answers:
                ConditionRules.CheckAnswers(context, answers.Answers, answers.Of?.Value);
                SelectionRules.Check(context, answers.Of?.Value);
                break;
            case HealthExpectationDocument { Health: { } health }:
                CheckHealth(context, health.Span);
                break;
            case AvailabilityExpectationDocument availability:
                SelectionRules.Check(context, availability.Of?.Value);
                break;
            case JourneyExpectationDocument journey:
                JourneyRules.CheckExpected(context, journey.Journey?.Value);
                break;
            case ServedExpectationDocument { Served.Value: var served }:
                SelectionRules.CheckVersion(context, served);
                break;
            case LogExpectationDocument { Log.Value: var log }:
                SelectionRules.CheckServer(context, log.Service, log.Instance);
                break;
            case ProviderExpectationDocument { Provider: { } provider }:
                ConditionRules.CheckProvider(context, provider);
                break;
            case PagerExpectationDocument { Pager: { } pager }:
                PagerRules.Check(context, pager);
                break;
            case InstanceExpectationDocument { Instance.Value: var instance }:
                SelectionRules.CheckServer(context, instance.Service, instance.Name);
                break;
            case LatencyExpectationDocument latency:
                MeasureRules.CheckLatency(context, latency);
                SelectionRules.Check(context, latency.Of?.Value);
                break;
            case TimeExpectationDocument { Time: { } time }:
                MeasureRules.CheckTime(context, time);
                break;
            case CompareExpectationDocument compare:
                ConditionRules.CheckAnswers(context, compare.Compare?.Value.Answers, compare.Of?.Value);
                SelectionRules.Check(context, compare.Of?.Value);
                ComparisonRules.Check(context, compare);
                break;
            case PageExpectationDocument { Page: { } page } document:
                CheckPage(context, document, page);
                break;
        }
    }

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
