using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Plans;
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
            if (StepFor(milestone.Value) is { } step && !taken.Exists(body => body.GetType() == step.Type))
            {
                context.Findings.Report(
                    FindingCode.MilestoneNeverComes,
                    milestone.Span,
                    $"no step brings '{KebabCase.Of(milestone.Value.ToString())}' about.",
                    $"add the step '{step.Key}', or remove the milestone");
            }
        }
    }

    private static IEnumerable<Spanned<Milestone>> Named(ExpectationDocument expectation) => expectation switch
    {
        OrderExpectationDocument order => order.Order?.Value ?? [],
        TimeExpectationDocument { Time.Value: var time } => ((Spanned<Milestone>?[])[time.From, time.To]).OfType<Spanned<Milestone>>(),
        CountedExpectationDocument { Since: { } since } => [since],
        _ => [],
    };

    /// <summary>The step without which it cannot come; null when it comes by itself.</summary>
    private static (Type Type, string Key)? StepFor(Milestone milestone) => milestone switch
    {
        Milestone.UpgradeStarted => (typeof(StageStepDocument), "stage"),
        Milestone.Activated => (typeof(ActivateStepDocument), "activate"),
        Milestone.OutageStarted => null,
        Milestone.Paged => null,
        Milestone.Acknowledged => (typeof(AcknowledgeStepDocument), "acknowledge"),
        Milestone.RollbackStarted => (typeof(RollBackStepDocument), "roll-back"),
        Milestone.RolledBack => (typeof(RollBackStepDocument), "roll-back"),
        Milestone.RestartStarted => (typeof(RestartStepDocument), "restart"),
        Milestone.TrafficRestored => (typeof(RestartStepDocument), "restart"),
    };
}
