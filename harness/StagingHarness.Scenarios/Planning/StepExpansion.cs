using System.Collections.Immutable;
using StagingHarness.Scenarios.Documents;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Planning;

/// <summary>Takes steps apart until each does one thing: <c>upgrade</c> is <c>stage</c> and <c>activate</c>.</summary>
internal static class StepExpansion
{
    public static IEnumerable<WalkedStep> Of(Spanned<ImmutableArray<Spanned<StepDocument>>>? steps) =>
        (steps?.Value ?? []).SelectMany(step => Expand(step.Value));

    private static IEnumerable<WalkedStep> Expand(StepDocument step) => step.Body switch
    {
        null => [],
        { Value: UpgradeStepDocument upgrade } body =>
        [
            new WalkedStep
            {
                Body = body.With<StepBodyDocument>(new StageStepDocument { Service = upgrade.Service, To = upgrade.To }),
                At = step.At,
            },
            new WalkedStep
            {
                Body = body.With<StepBodyDocument>(new ActivateStepDocument { Service = upgrade.Service, Begins = upgrade.Begins }),
                At = null,
            },
        ],
        var body => [new WalkedStep { Body = body, At = step.At }],
    };
}
