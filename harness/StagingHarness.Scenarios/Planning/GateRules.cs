using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Expectations;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Steps;
using StagingHarness.Scenarios.Planning.Walks;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.Scenarios.Validation;

namespace StagingHarness.Scenarios.Planning;

/// <summary>What a gate asks for can have happened when it is asked: what comes later, or ends the steps, no gate ever sees.</summary>
internal static class GateRules
{
    public static void Check(ValidationContext context, WalkedSteps steps)
    {
        if (!WrittenSteps.AreAllRead(context))
        {
            return;
        }

        for (var index = 0; index < steps.Steps.Length; index++)
        {
            if (steps.Steps[index].Body.Value is GateStepDocument gate)
            {
                // A way back that was taken is not followed by another gate.
                var above = steps with { Steps = [.. steps.Steps.Take(index).Where(step => !step.OnRefusal)], Runbook = [] };
                CheckGate(context, gate, above, hasRunbook: !steps.Runbook.IsEmpty);
            }
        }
    }

    private static void CheckGate(ValidationContext context, GateStepDocument gate, WalkedSteps above, bool hasRunbook)
    {
        foreach (var expectation in (gate.Expect?.Value ?? []).Select(expectation => expectation.Value))
        {
            if (expectation is PageExpectationDocument { Page: { Value: PageWish.Sent } page } && hasRunbook)
            {
                Report(context, page.Span, "a page ends the steps, so no gate comes after one.", "expect it of the scenario, or take 'on-page' away");
            }

            CheckMilestones(context, expectation, above, hasRunbook);
            CheckPhases(context, expectation, above);
        }
    }

    private static void CheckMilestones(ValidationContext context, ExpectationDocument expectation, WalkedSteps above, bool hasRunbook)
    {
        foreach (var milestone in MilestoneRules.Named(expectation))
        {
            var name = KebabCase.Of(milestone.Value.ToString());
            if (milestone.Value == Milestone.Refused)
            {
                Report(context, milestone.Span, "a gate that refuses ends the steps, so no gate comes after 'refused'.", "expect it of the scenario");
            }
            else if (milestone.Value == Milestone.Paged && hasRunbook)
            {
                Report(context, milestone.Span, "a page ends the steps, so no gate comes after 'paged'.", "expect it of the scenario, or take 'on-page' away");
            }
            else if (MilestoneRules.StepFor(milestone.Value) is { } step && !above.All.Any(taken => step.Brings(taken.Body.Value)))
            {
                Report(context, milestone.Span, $"no step above this gate brings '{name}' about.", $"move the gate behind the step '{step.Key}', or expect it of the scenario");
            }
        }
    }

    private static void CheckPhases(ValidationContext context, ExpectationDocument expectation, WalkedSteps above)
    {
        var known = Phases.Of(above);
        foreach (var phase in expectation.NamedPhases().Where(phase => phase.Value != GateStepPlan.Window && !known.Contains(phase.Value)))
        {
            Report(context, phase.Span, $"no phase '{phase.Value}' begins above this gate.", $"name one of {NearestName.List(known)}");
        }
    }

    private static void Report(ValidationContext context, SourceSpan span, string summary, string hint) =>
        context.Findings.Report(FindingCode.GateAsksForLater, span, summary, hint);
}
