using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Expectations;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Steps;
using StagingHarness.Scenarios.Planning.Strategies;
using StagingHarness.Scenarios.Planning.Walks;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Validation;

namespace StagingHarness.Scenarios.Planning;

/// <summary>Each milestone that is expected can come.</summary>
internal static class MilestoneRules
{
    public static void Check(ValidationContext context, WalkedSteps steps)
    {
        if (!WrittenSteps.AreAllRead(context))
        {
            return;
        }

        var taken = steps.All.Select(step => step.Body.Value).ToList();
        foreach (var milestone in context.Expectations
            .SelectMany(expectation => Named(expectation.Value)))
        {
            if (StepFor(milestone.Value) is { } step && !taken.Exists(step.Brings))
            {
                context.Findings.Report(
                    FindingCode.MilestoneNeverComes,
                    milestone.Span,
                    $"no step brings '{KebabCase.Of(milestone.Value.ToString())}' about.",
                    $"add the step '{step.Key}', or remove the milestone");
            }
        }
    }

    /// <summary>Milestones that an expectation names.</summary>
    public static IEnumerable<Spanned<Milestone>> Named(ExpectationDocument expectation) => expectation switch
    {
        OrderExpectationDocument order => order.Order?.Value ?? [],
        TimeExpectationDocument { Time.Value: var time } => ((Spanned<Milestone>?[])[time.From, time.To]).OfType<Spanned<Milestone>>(),
        CountedExpectationDocument { Since: { } since } => [since],
        AlertExpectationDocument { Since: { } since } => [since],
        _ => [],
    };

    /// <summary>The step without which it cannot come; null when it comes by itself.</summary>
    public static (Predicate<StepBodyDocument> Brings, string Key)? StepFor(Milestone milestone) => milestone switch
    {
        Milestone.UpgradeStarted => (body => body is StageStepDocument or ReplaceMove or AddMove, "stage"),
        Milestone.Activated => (body => body is ActivateStepDocument or SwitchMove or ReplaceMove { Begins: not null }, "activate"),
        Milestone.OutageStarted => null,
        Milestone.Paged => null,
        Milestone.Acknowledged => (body => body is AcknowledgeStepDocument, "acknowledge"),
        Milestone.Refused => (body => body is GateStepDocument, "gate"),
        Milestone.RollbackStarted => (body => body is RollBackStepDocument or RevertStepDocument, "roll-back"),
        Milestone.RolledBack => (body => body is RollBackStepDocument or RevertStepDocument, "roll-back"),
        Milestone.RestartStarted => (body => body is RestartStepDocument, "restart"),
        Milestone.TrafficRestored => (body => body is RestartStepDocument or RevertStepDocument, "restart"),
    };
}
