using System.Collections.Immutable;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Expectations;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Steps;
using StagingHarness.Scenarios.Planning.Walks;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Scenarios.Planning.Strategies;

/// <summary>A strategy can be carried out on the servers as it finds them, and can be left at any point of it.</summary>
/// <param name="routed">The service that the gateway leads to; null when it cannot be told.</param>
/// <param name="report">Hears of what is wrong.</param>
internal sealed class StrategyRules(string? routed, Action<FindingCode, SourceSpan, string, string> report)
{
    public void Check(UpgradingStepDocument strategy, string service, ServiceState state, ServerVersion? target, bool isRunbook)
    {
        switch (strategy)
        {
            case RollingStepDocument rolling:
                CheckRolling(rolling, service, state, target);
                CheckGateInRunbook(rolling.Gate, isRunbook);
                break;
            case CanaryStepDocument canary:
                CheckCanary(canary, service, state);
                CheckGateInRunbook(canary.Gate, isRunbook);
                break;
            case BlueGreenStepDocument blueGreen:
                CheckRouted(blueGreen.Bake?.Span, "blue-green", service);
                CheckGateInRunbook(blueGreen.Gate, isRunbook);
                break;
            case JoinStepDocument join:
                CheckRouted(join.Instances?.Span ?? join.To?.Span ?? join.Service?.Span, "join", service);
                break;
        }
    }

    public void CheckGate(GateStepDocument gate)
    {
        if (gate.Expect is { Value.IsEmpty: true } expect)
        {
            report(
                FindingCode.GateExpectsNothing,
                expect.Span,
                "this gate expects nothing, so it would let everything pass.",
                "list at least one expectation, or remove the gate");
        }

        foreach (var late in gate.Expect?.Value.Where(expectation => expectation.Value is LedgerExpectationDocument or ProviderExpectationDocument or PagerExpectationDocument) ?? [])
        {
            report(
                FindingCode.GateTooEarly,
                late.Span,
                "this gate could never be met: writes, and calls of the provider and the pager, are counted when the traffic has ended.",
                "move the expectation to 'expect' of the scenario");
        }
    }

    /// <summary>A step that treats all servers alike finds them alike.</summary>
    public void CheckUniform(ServiceState state, string step, SourceSpan at, bool isRunbook)
    {
        if (!state.IsUniform || (isRunbook && state.WasWidened))
        {
            report(
                FindingCode.ServersDiffer,
                at,
                $"'{step}' treats all servers alike, and they are not: some were added, or serve another version.",
                "write 'revert' instead: it brings back each server by itself");
        }
    }

    public void CheckKill(EveryPrefixStepDocument prefixes, VersionStepBodyDocument of)
    {
        if (prefixes.Kill is { Value: true } kill && of is not RollingStepDocument)
        {
            report(
                FindingCode.NothingToKill,
                kill.Span,
                "nothing is replaced here server by server, so nothing can be killed in the middle of it.",
                "write 'of: { rolling: ... }', or remove 'kill'");
        }
    }

    /// <summary>A page may come between any two moves of a strategy; the runbook must lead to a certain state from each of them.</summary>
    public void CheckRunbook(
        Spanned<ImmutableArray<Spanned<StepDocument>>>? written, ImmutableArray<WalkedStep> steps, ImmutableArray<WalkedStep> runbook)
    {
        if (written is null || runbook.IsEmpty)
        {
            return;
        }

        var back = runbook.Where(step => step.Body.Value is RevertStepDocument or RollBackStepDocument).Select(step => step.Service).ToList();
        foreach (var service in steps.Where(step => step.Body.Value is Move).Select(step => step.Service).Distinct().Where(service => !back.Contains(service)))
        {
            report(
                FindingCode.RunbookLeavesHalf,
                written.Span,
                $"a page may come in the middle of the upgrade of '{service}', and nothing here leads out of it.",
                "add '- revert: {}' where the runbook goes back");
        }
    }

    private void CheckRolling(RollingStepDocument rolling, string service, ServiceState state, ServerVersion? target)
    {
        var names = state.MemberNames;
        foreach (var name in (rolling.Order?.Value ?? []).Where(name => !names.Contains(name.Value)))
        {
            report(
                FindingCode.UnknownServer,
                name.Span,
                $"service '{service}' has no server '{name.Value}'.",
                NearestName.Hint(name.Value, names));
        }

        var count = StrategyExpansion.OrderOf(rolling, state, target).Length;
        if (rolling.Batch is { } batch && batch.Value > count && count > 0)
        {
            report(
                FindingCode.BatchTooLarge,
                batch.Span,
                $"a batch of {batch.Value} is more than the {count} {(count == 1 ? "server" : "servers")} of '{service}' that are to be upgraded.",
                $"write at most {count}; 'upgrade: {{}}' does all at once");
        }

        if (rolling.Surge is { Value: true } surge)
        {
            CheckRouted(surge.Span, "surge", service);
        }
    }

    private void CheckCanary(CanaryStepDocument canary, string service, ServiceState state)
    {
        CheckRouted(canary.Hold?.Span, "canary", service);
        if (state.Members.Length < 2)
        {
            report(
                FindingCode.NothingBesideCanary,
                (canary.Shares?.Span ?? canary.Hold?.Span)!,
                $"service '{service}' has one server, so a canary would be half of it and no trial.",
                "let 'stage' have at least two instances, or write 'rolling' or 'blue-green'");
        }

        var shares = canary.Shares?.Value ?? [];
        foreach (var (before, share) in shares.Zip(shares.Skip(1)).Where(pair => pair.Second.Value <= pair.First.Value))
        {
            report(
                FindingCode.SharesNotAscending,
                share.Span,
                $"a share of {share.Value} does not come after {before.Value}.",
                "let each share be larger than the one before it");
        }
    }

    private void CheckRouted(SourceSpan? at, string what, string service)
    {
        if (at is not null && routed is not null && service != routed)
        {
            report(
                FindingCode.NeedsGateway,
                at,
                $"'{what}' moves traffic step by step, and the gateway does not lead to '{service}'.",
                "write 'upgrade' or 'rolling' without 'surge': each server is replaced in place");
        }
    }

    private void CheckGateInRunbook(Spanned<GateStepDocument>? gate, bool isRunbook)
    {
        if (gate is not null && isRunbook)
        {
            report(
                FindingCode.GateInRunbook,
                gate.Span,
                "a gate stands in the runbook, and nothing follows there that it could hold back.",
                "remove it; gates belong to 'steps'");
        }
    }
}
