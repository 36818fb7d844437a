using StagingHarness.Protocols.Pager;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Expectations;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Plans.Alerts;

namespace StagingHarness.Scenarios.Validation;

/// <summary>Calls to the pager that are expected can come.</summary>
internal static class PagerRules
{
    public static void Check(ValidationContext context, Spanned<PagerConditionDocument> expected)
    {
        var pager = context.Scenario.Pager?.Value;
        if (pager?.Calls?.Value is not { } calls)
        {
            if (pager?.Calls is null)
            {
                Report(context, expected.Span, "nobody calls the pager of this scenario.", "add 'calls: [pagerduty, alertmanager]', or one of them, to 'pager'");
            }

            return;
        }

        var (form, action, about) = (expected.Value.Form, expected.Value.Action, expected.Value.About);
        if (form is not null && calls.All(called => called.Value != form.Value))
        {
            var name = KebabCase.Of(form.Value.ToString());
            Report(context, form.Span, $"the pager is not called in the form of '{name}'.", $"add '{name}' to 'pager.calls', or expect another form");
        }

        if (about is not null && pager.By?.Value is { } by && by.All(pages => pages.Value != about.Value))
        {
            Report(context, about.Span, $"'{about.Value}' pages nobody.", $"use one of {NearestName.List([.. by.Select(pages => pages.Value)])}, or add it to 'pager.by'");
        }

        if (action is { Value: PageAction.Acknowledge } && form is { Value: PageForm.Alertmanager })
        {
            Contradict(context, action.Span, "Alertmanager tells of no acknowledgement", "expect 'form: pagerduty', or another action");
        }
        else if (action is { Value: PageAction.Resolve } && about is { Value: AlertingPlan.Detection })
        {
            Contradict(context, action.Span, "the detection tells how trouble begins, and resolves nothing", "expect it of an alert rule, or another action");
        }
    }

    private static void Report(ValidationContext context, SourceSpan span, string what, string hint) =>
        context.Findings.Report(FindingCode.PagerNotCalled, span, what, hint);

    private static void Contradict(ValidationContext context, SourceSpan span, string why, string hint) =>
        context.Findings.Report(FindingCode.ConditionImpossible, span, $"no call is like this: {why}.", hint);
}
