using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents;
using StagingHarness.Scenarios.Documents.Faults;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Steps;
using StagingHarness.Scenarios.Planning.Walks;
using StagingHarness.Scenarios.Validation;

namespace StagingHarness.Scenarios.Planning.Faults;

/// <summary>What is healed was broken before, and nothing is broken twice at a time.</summary>
internal static class OpenFaultRules
{
    public static void Check(ValidationContext context, WalkedSteps steps)
    {
        if (!WrittenSteps.AreAllRead(context))
        {
            return;
        }

        var open = new List<FaultStepDocument>();
        foreach (var step in steps.Steps)
        {
            Take(context, step.Body, open);
        }

        // A page goes out at any time: the runbook finds open what the steps ever left so.
        open = [.. steps.Steps.Select(step => step.Body.Value).OfType<FaultStepDocument>().Where(fault => fault.StaysOpen)];
        foreach (var step in steps.Runbook)
        {
            Take(context, step.Body, open);
        }
    }

    private static void Take(ValidationContext context, Spanned<StepBodyDocument> body, List<FaultStepDocument> open)
    {
        switch (body.Value)
        {
            case FaultStepDocument fault:
                if (open.Find(earlier => AreOne(context.Scenario, earlier, fault)) is { } broken)
                {
                    context.Findings.Report(
                        FindingCode.BrokenTwice,
                        body.Span,
                        $"this breaks what fault '{broken.ItsName}' has broken already, and keeps broken at that point.",
                        $"heal it first with '- heal: {{ fault: {broken.ItsName} }}', give it a 'for', or hit something else");
                }

                if (fault.StaysOpen)
                {
                    open.Add(fault);
                }

                break;
            case HealStepDocument { Fault: { } name } when open.RemoveAll(fault => fault.ItsName == name.Value) == 0:
                context.Findings.Report(
                    FindingCode.NothingToHeal,
                    name.Span,
                    $"no fault '{name.Value}' is open at that point.",
                    open.Count == 0
                        ? "put a 'fault' without 'for' before it; with 'for' a fault ends by itself"
                        : NearestName.Hint(name.Value, open.Select(fault => fault.ItsName)));
                break;
        }
    }

    /// <summary>Both break the same instance, or the same link in the same way.</summary>
    public static bool AreOne(ScenarioDocument scenario, FaultStepDocument one, FaultStepDocument other) => (one.Fault?.Value, other.Fault?.Value) switch
    {
        (InstanceFaultDocument first, InstanceFaultDocument second) =>
            FaultTargets.Of(one, first, scenario).Intersect(FaultTargets.Of(other, second, scenario)).Any(),
        (LinkFaultDocument first, LinkFaultDocument second) =>
            one.Kind == other.Kind && first.From?.Value == second.From?.Value && first.To?.Value == second.To?.Value,
        _ => false,
    };
}
