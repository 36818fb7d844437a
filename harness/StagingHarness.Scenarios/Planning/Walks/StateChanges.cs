using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Steps;
using StagingHarness.Scenarios.Planning.Strategies;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Scenarios.Planning.Walks;

/// <summary>What each step makes of a service, and the steps that find nothing to work on.</summary>
internal sealed class StateChanges(StrategyRules strategies, Action<FindingCode, SourceSpan, string, string> report)
{
    /// <summary>The service once the step is done.</summary>
    public ServiceState After(
        Spanned<StepBodyDocument> part, string service, ServiceState before, ServerVersion? target, bool isRunbook) =>
        part.Value switch
        {
            StageStepDocument => Stage(before, target, service, part.Span),
            ActivateStepDocument => Activate(before, part.Span),
            RollBackStepDocument => RollBack(before, part.Span, isRunbook),
            RestartStepDocument => Restart(before, part.Span, isRunbook),
            RevertStepDocument => Revert(before, part.Span),
            ReplaceMove replace => before.Replace(replace.Servers, target, replace.Opens),
            AddMove add => before.Add(add.Servers, add.Twins, target, isExtra: !add.Twins.IsEmpty),
            LeadMove => before,
            RetireMove retire => before.Retire(retire.Servers),
            SwitchMove => before.Activate(),
            StopOldMove => before,
            var other => throw new InvalidOperationException($"Step '{other.GetType().Name}' was not taken apart before the walk."),
        };

    public void ReportWaitingRollBack(SourceSpan at) => report(
        FindingCode.RollBackNeedsRestart,
        at,
        "this rollback is not followed by a restart, so the servers go on serving what broke.",
        "put a 'restart' step after it");

    public void ReportNothingToRevert(SourceSpan at, string where) => report(
        FindingCode.NothingToRevert,
        at,
        "no upgrade began that could be reverted.",
        $"put one {where}; a revert undoes an upgrade once, from wherever it stands");

    private ServiceState Stage(ServiceState state, ServerVersion? target, string service, SourceSpan at)
    {
        if (state.RolledBackAt is { } waiting)
        {
            ReportWaitingRollBack(waiting);
        }

        if (state.IsStaged)
        {
            report(
                FindingCode.StagedTwice,
                at,
                $"{state.Placed?.ToString() ?? "a version"} is staged on '{service}' already and was never activated.",
                "activate it first, or remove one of the two steps");
        }

        return state.Stage(target) with { RolledBackAt = null };
    }

    private ServiceState Activate(ServiceState state, SourceSpan at)
    {
        if (state.IsStaged)
        {
            return state.Activate();
        }

        report(FindingCode.NothingStaged, at, "nothing is staged that could be activated.", "put a 'stage' step before it");
        return state;
    }

    private ServiceState RollBack(ServiceState state, SourceSpan at, bool isRunbook)
    {
        strategies.CheckUniform(state, "roll-back", at, isRunbook);
        if (state.HasPrevious)
        {
            return state.RollBack(at);
        }

        report(
            FindingCode.NothingToRollBack,
            at,
            "nothing was activated that could be rolled back.",
            "put 'stage' and 'activate' before it; a rollback undoes the last activation once");
        return state;
    }

    private ServiceState Restart(ServiceState state, SourceSpan at, bool isRunbook)
    {
        if (state.RolledBackAt is null)
        {
            strategies.CheckUniform(state, "restart", at, isRunbook);
        }

        return state.Restart();
    }

    private ServiceState Revert(ServiceState state, SourceSpan at)
    {
        if (state.Upgrade is null)
        {
            ReportNothingToRevert(at, "before it");
        }

        return state.Revert();
    }
}
