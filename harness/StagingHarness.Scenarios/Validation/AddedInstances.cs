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
                    added.AddRange(Joined(service, there, Number(join.Instances)));
                    break;
                case CanaryStepDocument canary:
                    added.AddRange(Canaries(service, Number(canary.Instances)));
                    added.AddRange(Baselines(service, Number(canary.Instances)));
                    break;
            }
        }

        return added.ToImmutable();
    }

    /// <summary>Servers that join, after those that stand there.</summary>
    public static ImmutableArray<string> Joined(string service, int standing, int count) => [.. Enumerable.Range(standing + 1, count).Select(number => $"{service}-{number}")];

    public static ImmutableArray<string> Canaries(string service, int count) => [.. Enumerable.Range(1, count).Select(number => $"{service}-canary-{number}")];

    /// <summary>The old version beside canaries, as fresh as they are.</summary>
    public static ImmutableArray<string> Baselines(string service, int count) => [.. Enumerable.Range(1, count).Select(number => $"{service}-baseline-{number}")];

    private static int Number(Spanned<int>? given) => given?.Value ?? UpgradingStepDocument.UsualAddition;
}
