using System.Collections.Immutable;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Steps;
using StagingHarness.Scenarios.Planning.Walks;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Units;
using StagingHarness.Scenarios.Validation;

namespace StagingHarness.Scenarios.Planning.Strategies;

/// <summary>
/// Takes a strategy apart into steps that do one thing each, so that the plan shows them, each has its receipt, and a run can stop after
/// any of them.
/// </summary>
internal static class StrategyExpansion
{
    /// <param name="strategy">As written; any other step is its own and only part.</param>
    /// <param name="service">Whose servers it moves.</param>
    /// <param name="state">The servers as it finds them.</param>
    /// <param name="target">Where it leads; null when that cannot be told.</param>
    public static ImmutableArray<StepBodyDocument> Of(
        StepBodyDocument strategy, string service, ServiceState state, ServerVersion? target) =>
        strategy switch
        {
            UpgradeStepDocument upgrade =>
            [
                new StageStepDocument { Service = upgrade.Service, To = upgrade.To },
                new ActivateStepDocument { Service = upgrade.Service, Begins = upgrade.Begins },
            ],
            RollingStepDocument rolling => Rolling(rolling, state, target),
            CanaryStepDocument canary => Canary(canary, service, state),
            BlueGreenStepDocument blueGreen =>
            [
                new StageStepDocument { Service = blueGreen.Service, To = blueGreen.To },
                new SwitchMove { Servers = state.MemberNames, Begins = PhaseOf(blueGreen), GivenPhase = blueGreen.Begins },
                .. Watch(blueGreen.Bake),
                .. Gate(blueGreen.Gate, blueGreen.Service),
                .. Watch(blueGreen.Keep),
                new StopOldMove { Servers = state.MemberNames },
            ],
            JoinStepDocument join => Join(join, service, state),
            _ => [strategy],
        };

    /// <summary>The servers of a rolling upgrade in its order: those that are named first, then the others; what serves the target stays.</summary>
    public static ImmutableArray<string> OrderOf(RollingStepDocument rolling, ServiceState state, ServerVersion? target)
    {
        var names = state.Members.Where(server => target is null || server.Serving != target).Select(server => server.Name).ToList();
        var first = (rolling.Order?.Value ?? []).Select(name => name.Value).Where(names.Contains);
        return [.. first.Concat(names).Distinct(StringComparer.Ordinal)];
    }

    private static ImmutableArray<StepBodyDocument> Rolling(RollingStepDocument rolling, ServiceState state, ServerVersion? target)
    {
        var batches = OrderOf(rolling, state, target).Chunk(rolling.Batch?.Value ?? Defaults.RollingBatch).ToList();
        return
        [
            .. batches.SelectMany((servers, index) =>
            {
                var isLast = index == batches.Count - 1;
                var replace = new ReplaceMove
                {
                    Servers = [.. servers],
                    Surge = rolling.Surge?.Value ?? Defaults.RollingSurge,
                    Opens = index == 0,
                    Begins = isLast ? PhaseOf(rolling) : null,
                    GivenPhase = isLast ? rolling.Begins : null,
                };
                // A gate proves what stands above it, so the last servers need one as much as the first; a pause alone proves nothing.
                return isLast && rolling.Gate is null
                    ? [replace]
                    : (IEnumerable<StepBodyDocument>)[replace, .. Watch(rolling.Pause), .. Gate(rolling.Gate, rolling.Service)];
            }),
        ];
    }

    private static ImmutableArray<StepBodyDocument> Canary(CanaryStepDocument canary, string service, ServiceState state)
    {
        var count = canary.Instances?.Value ?? Defaults.AddedInstances;
        var (servers, twins) = (AddedInstances.Canaries(service, count), AddedInstances.Baselines(service, count));
        var shares = (canary.Shares?.Value ?? []).SelectMany((share, index) => (IEnumerable<StepBodyDocument>)
        [
            new LeadMove { Servers = servers, Twins = twins, Share = share.Value, Opens = index == 0 },
            .. Watch(canary.Hold),
            .. Gate(canary.Gate, canary.Service),
        ]);
        return
        [
            new AddMove { Servers = servers, Twins = twins },
            .. shares,
            new StageStepDocument { Service = canary.Service, To = canary.To },
            new ActivateStepDocument { Service = canary.Service, Begins = canary.Begins },
            new RetireMove { Servers = [.. servers, .. twins] },
        ];
    }

    private static ImmutableArray<StepBodyDocument> Join(JoinStepDocument join, string service, ServiceState state)
    {
        var servers = AddedInstances.Joined(service, state.Members.Length, join.Instances?.Value ?? Defaults.AddedInstances);
        return
        [
            new AddMove { Servers = servers, Twins = [] },
            new LeadMove
            {
                Servers = servers,
                Twins = [],
                Share = null,
                Opens = false,
                Begins = join.Begins?.Value ?? Defaults.JoinBegins,
                GivenPhase = join.Begins,
            },
        ];
    }

    private static IEnumerable<StepBodyDocument> Watch(Spanned<IncidentDuration>? duration) =>
        duration is { Value.Minutes: > 0 } ? [new WatchStepDocument { For = duration }] : [];

    private static IEnumerable<StepBodyDocument> Gate(Spanned<GateStepDocument>? gate, Spanned<string>? service) =>
        gate is null ? [] : [gate.Value with { Service = service }];

    private static string PhaseOf(UpgradingStepDocument strategy) => strategy.Begins?.Value ?? Defaults.ActivateBegins;
}
