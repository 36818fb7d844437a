using System.Collections.Immutable;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Validation;

namespace StagingHarness.Scenarios.Planning;

/// <summary>
/// Walks through steps and runbook as a run would, on versions alone: tells which version each step leads to, and finds the
/// steps that could lead nowhere.
/// </summary>
internal sealed class StepWalk
{
    private readonly ScenarioDocument _scenario;
    private readonly FindingSink _findings;

    // A step that cannot be read or placed is a finding of its own; what it would have done is anybody's guess.
    private readonly bool _isCertain;
    private ImmutableSortedDictionary<string, ServiceState> _states;

    // What the runbook finds: the page answers the last activation, whatever the steps would have done after it.
    private ImmutableSortedDictionary<string, ServiceState> _whenPaged;

    private StepWalk(ValidationContext context)
    {
        _scenario = context.Scenario;
        _findings = context.Findings;
        _states = (_scenario.Stage?.Value ?? []).ToImmutableSortedDictionary(
            placement => placement.Name.Value,
            placement => ServiceState.Fresh(VersionOf(placement.Value?.Value, context.Service(placement.Name.Value))),
            StringComparer.Ordinal);
        _whenPaged = _states;
        _isCertain = WrittenSteps.AreAllRead(context) && context.AllSteps.All(step => HasItsService(step.Value.Body?.Value));
    }

    public static WalkedSteps Through(ValidationContext context)
    {
        var walk = new StepWalk(context);
        var steps = walk.Take(context.Scenario.Steps);
        var withoutPage = walk._states;
        walk._states = walk._whenPaged.ToImmutableSortedDictionary(
            state => state.Key,
            state => state.Value.ForRunbook(),
            StringComparer.Ordinal);
        var runbook = walk.Take(context.Scenario.OnPage);
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
        var taken = StepExpansion.Of(steps).Select(Take).ToImmutableArray();
        foreach (var at in _states.Values.Select(state => state.RolledBackAt).OfType<SourceSpan>())
        {
            ReportWaitingRollBack(at);
        }

        return taken;
    }

    private WalkedStep Take(WalkedStep step)
    {
        if (step.Body.Value is not VersionStepBodyDocument version
            || ServiceChoice.Of(_scenario, version.Service) is not { } service
            || !_states.TryGetValue(service, out var before))
        {
            return step;
        }

        var after = version switch
        {
            StageStepDocument stage => Stage(before, stage, service, step.Body.Span),
            ActivateStepDocument => Activate(before, step.Body.Span),
            RollBackStepDocument => RollBack(before, step.Body.Span),
            RestartStepDocument => before.Restart(),
            _ => throw new InvalidOperationException($"Step '{version.GetType().Name}' was not taken apart before the walk."),
        };
        _states = _states.SetItem(service, after);
        if (version is ActivateStepDocument || (version is RestartStepDocument && before.IsStaged))
        {
            _whenPaged = _states;
        }

        return step with { Service = service, Before = before.Serving, Version = after.Placed };
    }

    private ServiceState Stage(ServiceState state, StageStepDocument stage, string service, SourceSpan at)
    {
        if (state.RolledBackAt is { } waiting)
        {
            ReportWaitingRollBack(waiting);
        }

        if (state.IsStaged)
        {
            Report(
                FindingCode.StagedTwice,
                at,
                $"{state.Placed?.ToString() ?? "a version"} is staged on '{service}' already and was never activated.",
                "activate it first, or remove one of the two steps");
        }

        var target = (stage.To ?? _scenario.Upgrade?.Value.To)?.Value;
        var version = target is null ? null : Towards(target, state.Serving);
        if (version is not null && version == state.Serving)
        {
            Report(
                FindingCode.ChangesNothing,
                target?.Release?.Span ?? target?.Platform?.Span ?? at,
                $"this upgrade changes nothing: '{service}' serves {version} at that point.",
                "upgrade to another release or platform, or stage the service in another version");
        }

        return state.Stage(version) with { RolledBackAt = null };
    }

    private ServiceState Activate(ServiceState state, SourceSpan at)
    {
        if (state.IsStaged)
        {
            return state.Activate();
        }

        Report(FindingCode.NothingStaged, at, "nothing is staged that could be activated.", "put a 'stage' step before it");
        return state;
    }

    private ServiceState RollBack(ServiceState state, SourceSpan at)
    {
        if (state.HasPrevious)
        {
            return state.RollBack(at);
        }

        Report(
            FindingCode.NothingToRollBack,
            at,
            "nothing was activated that could be rolled back.",
            "put 'stage' and 'activate' before it; a rollback undoes the last activation once");
        return state;
    }

    private bool HasItsService(StepBodyDocument? body) =>
        body is not VersionStepBodyDocument version
        || (ServiceChoice.Of(_scenario, version.Service) is { } service && _states.ContainsKey(service));

    private void Report(FindingCode code, SourceSpan at, string summary, string hint)
    {
        if (_isCertain)
        {
            _findings.Report(code, at, summary, hint);
        }
    }

    private void ReportWaitingRollBack(SourceSpan at) => Report(
        FindingCode.RollBackNeedsRestart,
        at,
        "this rollback is not followed by a restart, so the servers go on serving what broke.",
        "put a 'restart' step after it");

    private static ServerVersion? VersionOf(PlacementDocument? placement, ServiceDocument? service)
    {
        var platform = service is { HasPlatforms: false } ? ServerVersion.NoPlatform : placement?.Platform?.Value;
        return placement?.Release is { Value: var release } && platform is not null ? new ServerVersion(release, platform) : null;
    }

    // An axis that is not given stays as it is.
    private static ServerVersion? Towards(VersionDocument target, ServerVersion? serving)
    {
        if (target is { Release: null, Platform: null })
        {
            return null;
        }

        var release = target.Release?.Value ?? serving?.Release;
        var platform = target.Platform?.Value ?? serving?.Platform;
        return release is null || platform is null ? null : new ServerVersion(release, platform);
    }
}
