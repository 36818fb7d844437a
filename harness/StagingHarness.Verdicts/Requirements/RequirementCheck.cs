using System.Collections.Immutable;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Runs;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Verdicts.Requirements;

/// <summary>Everything that a passing run needs besides its own expectations.</summary>
internal static class RequirementCheck
{
    private static readonly ImmutableArray<Requirement> Always =
    [
        new BaselineRequirement(),
        new ReceiptsRequirement(),
        new VisibleEffectRequirement(),
        new FaultsRequirement(),
        new ExpectationsRequirement(),
        new ProviderRequirement(),
        new EndStateRequirement(),
        new SamplesRequirement(),
        new DropsRequirement(),
        new SurvivalRequirement(),
        new JournalRequirement(),
    ];

    private static readonly ImmutableArray<Requirement> WhenProtecting = [.. Always, new GateRequirement(), new ProtectionRequirement()];

    public static ImmutableArray<RequirementResult> All(RunAnalysis analysis, ImmutableArray<ExpectationResult> expectations) =>
        [.. For(analysis).Select(requirement => requirement.Check(analysis, expectations))];

    /// <summary>Clients that always got their tokens are nothing to speak of.</summary>
    private static ImmutableArray<Requirement> For(RunAnalysis analysis) =>
        analysis.Record.Events.OfType<RenewalFailed>().Any()
            ? For(analysis.Record.Plan).Add(new RenewalRequirement())
            : For(analysis.Record.Plan);

    /// <summary>What does not concern a plan is not asked of it.</summary>
    private static ImmutableArray<Requirement> For(ScenarioPlan plan) =>
    [
        .. For(plan.Intent),
        .. plan.Alerting.Calls.IsEmpty ? [] : (Requirement[])[new PagerRequirement()],
        .. plan.Traffic.IsPlain ? [] : (Requirement[])[new ProtocolRequirement()],
    ];

    private static ImmutableArray<Requirement> For(Intent intent) => intent switch
    {
        Intent.Reproduce => Always,
        Intent.Protect => WhenProtecting,
    };
}
