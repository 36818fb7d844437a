using System.Collections.Immutable;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Steps;

namespace StagingHarness.Scenarios.Validation;

/// <summary>The names of the instances that steps bring beside those of the stage: servers that join, and those of a canary.</summary>
internal static class AddedInstances
{
    /// <summary>In the order of the steps; a join that is repeated is counted once.</summary>
    public static ImmutableArray<string> Of(ValidationContext context)
    {
        var added = ImmutableArray.CreateBuilder<string>();
        var standing = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var body in WrittenSteps.Bodies(context))
        {
            if (body.Value is not UpgradingStepDocument step || ServiceChoice.Of(context.Scenario, step.Service) is not { } service)
            {
                continue;
            }

            switch (step)
            {
                case JoinStepDocument join:
                    var there = standing.TryGetValue(service, out var counted) ? counted : StageInstances.Of(context.Scenario, service).Length;
                    standing[service] = there + Number(join.Instances);
                    added.AddRange(Enumerable.Range(there + 1, Number(join.Instances)).Select(number => $"{service}-{number}"));
                    break;
                case CanaryStepDocument canary:
                    var numbers = Enumerable.Range(1, Number(canary.Instances)).ToList();
                    added.AddRange(numbers.Select(number => $"{service}-canary-{number}").Concat(numbers.Select(number => $"{service}-baseline-{number}")));
                    break;
            }
        }

        return added.ToImmutable();
    }

    private static int Number(Spanned<int>? given) => given?.Value ?? UpgradingStepDocument.UsualAddition;
}
