using System.Collections.Immutable;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Steps;
using StagingHarness.Scenarios.Planning.Strategies;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.Scenarios.Units;
using StagingHarness.Scenarios.Validation;

namespace StagingHarness.Scenarios.Planning.Walks;

/// <summary>
/// Walks through steps and runbook as a run would, on versions alone: tells which version each step leads to, and finds the
/// steps that could lead nowhere.
/// </summary>
internal sealed class StepWalk
{
    private readonly ScenarioDocument _scenario;
    private readonly FindingSink _findings;
    private readonly StrategyRules _strategies;
    private readonly StateChanges _changes;

    // A step that cannot be read or placed is a finding of its own; what it would have done is anybody's guess.
    private readonly bool _isCertain;

    private ImmutableSortedDictionary<string, ServiceState> _states;

    // What the runbook finds: the page answers the last change of traffic, whatever the steps would have done after it.
    private ImmutableSortedDictionary<string, ServiceState> _whenPaged;

    private bool _isRunbook;

    private StepWalk(ValidationContext context)
    {
        _scenario = context.Scenario;
        _findings = context.Findings;
        _strategies = new StrategyRules(context.Scenario.Traffic?.Value.Service?.Value, Report);
        _changes = new StateChanges(_strategies, Report);
        _states = (_scenario.Stage?.Value ?? []).ToImmutableSortedDictionary(
            placement => placement.Name.Value,
            placement => ServiceState.Fresh(
                VersionChoice.Of(placement.Value?.Value, context.Service(placement.Name.Value)),
                Enumerable.Range(1, placement.Value?.Value.Instances?.Value ?? 1).Select(number => $"{placement.Name.Value}-{number}")),
            StringComparer.Ordinal);
        _whenPaged = _states;
        _isCertain = WrittenSteps.AreAllRead(context) && WrittenSteps.Bodies(context).All(body => HasItsService(body.Value));
    }

    public static WalkedSteps Through(ValidationContext context)
    {
        var walk = new StepWalk(context);
        var steps = walk.Take(context.Scenario.Steps);
        var withoutPage = walk._states;
        walk._isRunbook = true;
        walk._states = walk._whenPaged.ToImmutableSortedDictionary(
            state => state.Key,
            state => state.Value.ForRunbook(),
            StringComparer.Ordinal);
        var runbook = walk.Take(context.Scenario.OnPage);
        walk._strategies.CheckRunbook(context.Scenario.OnPage, steps, runbook);
        return new WalkedSteps
        {
            Steps = steps,
            Runbook = runbook,
            WithoutPage = withoutPage,
            AfterRunbook = runbook.Length == 0 ? withoutPage : walk._states,
        };
    }

    private ImmutableArray<WalkedStep> Take(Spanned<ImmutableArray<Spanned<StepDocument>>>? steps)
    {
        var taken = (steps?.Value ?? []).SelectMany(step => Take(step.Value)).ToImmutableArray();
        foreach (var at in _states.Values.Select(state => state.RolledBackAt).OfType<SourceSpan>())
        {
            _changes.ReportWaitingRollBack(at);
        }

        return taken;
    }

    private ImmutableArray<WalkedStep> Take(StepDocument step) => step.Body switch
    {
        null => [],
        { Value: VersionStepBodyDocument version } body => Take(body, version, step.At),
        { Value: EveryPrefixStepDocument prefixes } body => TakeRounds(body, prefixes, step.At),
        { Value: RepeatStepDocument repeat } body => TakeRepeat(body, repeat, step.At),
        { Value: ParallelStepDocument parallel } body => TakeTogether(new WalkedGroup(body), parallel, step.At),
        { Value: CheckStepDocument } body => [new WalkedStep { Body = body, At = step.At, Standing = Standing() }],
        var body => [new WalkedStep { Body = body, At = step.At }],
    };

    private ImmutableArray<WalkedStep> TakeTogether(WalkedGroup group, ParallelStepDocument parallel, Spanned<IncidentTime>? at) =>
    [
        .. parallel.Steps
            .SelectMany((step, index) => Take(step.Value with { At = index == 0 ? at : null }))
            .Select(step => step with { Group = group }),
    ];

    private ImmutableArray<WalkedStep> TakeRepeat(Spanned<StepBodyDocument> body, RepeatStepDocument repeat, Spanned<IncidentTime>? at)
    {
        var walked = ImmutableArray<WalkedStep>.Empty;
        var times = repeat.Times?.Value ?? 1;
        for (var number = 1; number <= times; number++)
        {
            var begun = walked.Select(step => step.Begins).OfType<string>().ToHashSet(StringComparer.Ordinal);
            var round = new WalkedRound(number, times);
            walked =
            [
                .. walked,
                .. (repeat.Steps?.Value ?? [])
                    .SelectMany((step, index) => Take(step.Value with { At = number == 1 && index == 0 ? at : null }))
                    .Select(step => step with { Round = round, IsRepeated = step.Begins is { } phase && begun.Contains(phase) }),
            ];
            if (number == 1 && (long)walked.Length * times > Defaults.MostRepeatedSteps)
            {
                Report(
                    FindingCode.RepeatsTooMuch,
                    repeat.Times?.Span ?? body.Span,
                    $"{times} rounds of {walked.Length} steps are more than {Defaults.MostRepeatedSteps} steps.",
                    "let it be fewer rounds, or 'watch' for longer");
                break;
            }
        }

        return walked;
    }

    private ImmutableArray<WalkedStep> Take(Spanned<StepBodyDocument> body, VersionStepBodyDocument version, Spanned<IncidentTime>? at)
    {
        if (Find(version) is not { } service)
        {
            return Unplaced(body, version, at);
        }

        var target = Begin(version, service, body.Span);
        return Take(body, service, target, StrategyExpansion.Of(version, service, _states[service], target), at);
    }

    private ImmutableArray<WalkedStep> TakeRounds(Spanned<StepBodyDocument> body, EveryPrefixStepDocument prefixes, Spanned<IncidentTime>? at)
    {
        if (prefixes.Of?.Value.Body?.Value is not VersionStepBodyDocument version || Find(version) is not { } service)
        {
            return [];
        }

        _strategies.CheckKill(prefixes, version);
        var walked = ImmutableArray<WalkedStep>.Empty;
        var target = Begin(version, service, body.Span);
        var parts = StrategyExpansion.Of(version, service, _states[service], target);
        foreach (var round in PrefixRounds.Of(prefixes, parts))
        {
            _states = _states.SetItem(service, _states[service].Open(target));
            var begun = walked.Select(step => step.Begins).OfType<string>().ToHashSet(StringComparer.Ordinal);
            walked =
            [
                .. walked,
                .. Take(body, service, target, round, walked.IsEmpty ? at : null)
                    .Select(step => step with { IsRepeated = step.Begins is { } phase && begun.Contains(phase) }),
            ];
        }

        return walked;
    }

    private ImmutableArray<WalkedStep> Take(
        Spanned<StepBodyDocument> body, string service, ServerVersion? target, ImmutableArray<StepBodyDocument> parts, Spanned<IncidentTime>? at) =>
    [
        .. parts.SelectMany((part, index) => TakePart(body.With(part), service, target, index == 0 ? at : null)),
    ];

    /// <summary>Where an upgrading step leads; with it, an upgrade of the service begins or goes on.</summary>
    private ServerVersion? Begin(VersionStepBodyDocument version, string service, SourceSpan at)
    {
        if (version is not UpgradingStepDocument upgrading)
        {
            return null;
        }

        var state = _states[service];
        var written = (upgrading.To ?? _scenario.Upgrade?.Value.To)?.Value;
        var target = written is null ? null : VersionChoice.Towards(written, state.Serving);
        if (target is not null && state.Members.All(server => server.Serving == target))
        {
            Report(
                FindingCode.ChangesNothing,
                written?.Release?.Span ?? written?.Platform?.Span ?? written?.Configuration?.Span ?? at,
                $"this upgrade changes nothing: '{service}' serves {target} at that point.",
                "upgrade to another release, platform or configuration, or stage the service in another version");
        }

        _strategies.Check(upgrading, service, state, target, _isRunbook);
        _states = _states.SetItem(service, state.Open(target));
        return target;
    }

    private IEnumerable<WalkedStep> TakePart(Spanned<StepBodyDocument> part, string service, ServerVersion? target, Spanned<IncidentTime>? at)
    {
        if (part.Value is not (VersionStepBodyDocument or Move))
        {
            return [new WalkedStep { Body = part, At = at }];
        }

        var before = _states[service];
        if (part.Value is GateStepDocument gate)
        {
            return TakeGate(part, gate, service, at);
        }

        var after = _changes.After(part, service, before, target, _isRunbook);
        _states = _states.SetItem(service, after);
        if (part.Value is ActivateStepDocument or Move || (part.Value is RestartStepDocument && before.IsStaged))
        {
            _whenPaged = _states;
        }

        return
        [
            new WalkedStep
            {
                Body = part,
                At = at,
                Service = service,
                Servers = part.Value switch
                {
                    Move move => move.Servers,
                    RevertStepDocument => after.MemberNames,
                    _ => before.MemberNames,
                },
                Before = before.Serving,
                Version = part.Value is Move ? target : after.Placed,
                Back = part.Value is RevertStepDocument ? after.Members : [],
            },
        ];
    }

    private IEnumerable<WalkedStep> TakeGate(Spanned<StepBodyDocument> part, GateStepDocument gate, string service, Spanned<IncidentTime>? at)
    {
        var state = _states[service];
        var otherwise = gate.Otherwise?.Value ?? Defaults.GateOtherwise;
        if (otherwise == GateOtherwise.RollBack && state.Upgrade is null)
        {
            _changes.ReportNothingToRevert(gate.Otherwise?.Span ?? part.Span, "before the gate, or write 'otherwise: stop'");
        }

        _strategies.CheckGate(gate);
        var refused = otherwise == GateOtherwise.RollBack ? _states.SetItem(service, state.Revert()) : _states;
        yield return new WalkedStep { Body = part, At = at, Service = service, WhenRefused = refused };
        if (otherwise == GateOtherwise.RollBack)
        {
            yield return new WalkedStep
            {
                Body = part.With<StepBodyDocument>(new RevertStepDocument { Service = gate.Service }),
                At = null,
                Service = service,
                Servers = state.Revert().MemberNames,
                Before = state.Serving,
                Version = state.Revert().Serving,
                Back = state.Revert().Members,
                OnRefusal = true,
            };
        }
    }

    /// <summary>A step whose service cannot be told: what it begins is known nevertheless.</summary>
    private static ImmutableArray<WalkedStep> Unplaced(Spanned<StepBodyDocument> body, VersionStepBodyDocument version, Spanned<IncidentTime>? at) =>
    [
        .. StrategyExpansion.Of(version, "", ServiceState.Fresh(null, [""]), null)
            .Select((part, index) => new WalkedStep { Body = body.With(part), At = index == 0 ? at : null }),
    ];

    private ImmutableArray<string> Standing() => [.. _states.Values.SelectMany(state => state.Servers).Select(server => server.Name)];

    private string? Find(VersionStepBodyDocument version) =>
        ServiceChoice.Of(_scenario, version.Service) is { } service && _states.ContainsKey(service) ? service : null;

    private bool HasItsService(StepBodyDocument body) => body is not VersionStepBodyDocument version || Find(version) is not null;

    private void Report(FindingCode code, SourceSpan at, string summary, string hint)
    {
        if (_isCertain)
        {
            _findings.Report(code, at, summary, hint);
        }
    }
}
