using System.Collections.Immutable;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Checks;
using StagingHarness.Scenarios.Documents.Steps;
using StagingHarness.Scenarios.Planning.Walks;
using StagingHarness.Scenarios.Validation;

namespace StagingHarness.Scenarios.Planning.Checks;

/// <summary>Who is asked stands on the stage when the step comes.</summary>
internal static class CheckedInstanceRules
{
    public static void Check(ValidationContext context, WalkedSteps steps)
    {
        // A step or a place on the stage that could not be read may bring the server that seems to be missing.
        if (!WrittenSteps.AreAllRead(context) || context.Stage.Any(placement => placement.Value?.Value.Instances is null))
        {
            return;
        }

        foreach (var step in steps.Steps)
        {
            Check(context, step, step.Standing);
        }

        // A page goes out at any time: the runbook may find whoever stood there ever.
        var ever = steps.Steps.SelectMany(step => step.Servers).ToImmutableArray();
        foreach (var step in steps.Runbook)
        {
            Check(context, step, [.. step.Standing.Union(ever)]);
        }
    }

    private static void Check(ValidationContext context, WalkedStep step, ImmutableArray<string> standing)
    {
        if (step.Body.Value is CheckStepDocument { Asked.Value: TargetedCheckDocument { Service: null, Instance: { } instance } }
            && !standing.IsEmpty
            && !standing.Contains(instance.Value))
        {
            context.Findings.Report(
                FindingCode.CheckedUnknown,
                instance.Span,
                $"no instance '{instance.Value}' stands on the stage when this is asked.",
                NearestName.Hint(instance.Value, standing));
        }
    }
}
