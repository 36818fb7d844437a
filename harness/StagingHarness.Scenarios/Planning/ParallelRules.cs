using System.Collections.Immutable;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents;
using StagingHarness.Scenarios.Documents.Faults;
using StagingHarness.Scenarios.Documents.Steps;
using StagingHarness.Scenarios.Planning.Faults;
using StagingHarness.Scenarios.Planning.Walks;
using StagingHarness.Scenarios.Validation;

namespace StagingHarness.Scenarios.Planning;

/// <summary>What runs at the same time does not meet: neither on a server, nor on a link, nor at the provider.</summary>
internal static class ParallelRules
{
    public static void Check(ValidationContext context, WalkedSteps steps)
    {
        if (!WrittenSteps.AreAllRead(context))
        {
            return;
        }

        foreach (var together in WalkedGroup.Of(steps.Steps))
        {
            for (var later = 1; later < together.Length; later++)
            {
                CheckOne(context, together[..later], together[later]);
            }
        }
    }

    private static void CheckOne(ValidationContext context, ImmutableArray<WalkedStep> others, WalkedStep step)
    {
        if (others.Select(other => Clash(context.Scenario, other, step)).FirstOrDefault(clash => clash is not null) is { } what)
        {
            context.Findings.Report(
                FindingCode.ParallelClash,
                step.Body.Span,
                $"this and a step beside it both {what} at the same time, and which comes first is chance.",
                "write one behind the other, below 'steps'");
        }
    }

    /// <summary>What both do; null when they do not meet.</summary>
    private static string? Clash(ScenarioDocument scenario, WalkedStep one, WalkedStep other) => (one.Body.Value, other.Body.Value) switch
    {
        (RestartStepDocument, RestartStepDocument) => one.Service == other.Service ? $"restart '{one.Service}'" : null,
        (ProviderStepDocument, ProviderStepDocument) => "change the provider",
        (FaultStepDocument first, FaultStepDocument second) => OpenFaultRules.AreOne(scenario, first, second) ? "break the same" : null,
        (RestartStepDocument, FaultStepDocument fault) => Hits(scenario, fault, one) ? $"take hold of servers of '{one.Service}'" : null,
        (FaultStepDocument fault, RestartStepDocument) => Hits(scenario, fault, other) ? $"take hold of servers of '{other.Service}'" : null,
        _ => null,
    };

    private static bool Hits(ScenarioDocument scenario, FaultStepDocument step, WalkedStep restart) =>
        step.Fault?.Value is InstanceFaultDocument fault && FaultTargets.Of(step, fault, scenario).Intersect(restart.Servers).Any();
}
