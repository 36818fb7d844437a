using System.Collections.Immutable;
using System.Globalization;
using StagingHarness.Scenarios.Documents;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Steps;
using StagingHarness.Scenarios.Planning.Checks;
using StagingHarness.Scenarios.Planning.Faults;
using StagingHarness.Scenarios.Planning.Strategies;
using StagingHarness.Scenarios.Planning.Walks;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.Scenarios.Plans.Systems;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Planning;

/// <summary>Makes plans of steps: described and bounded, and numbered in the order in which they stand.</summary>
internal sealed class StepPlanner(ScenarioDocument scenario, WalkedSteps steps, StepSurroundings surroundings)
{
    private readonly Sentences _sentences = new(surroundings.Stage, surroundings.Traffic.Service);
    private readonly FaultStepPlanner _faults = new(scenario, surroundings);

    private readonly StrategyPlanner _strategies = new(surroundings.Deadlines);

    public ImmutableArray<StepPlan> Steps() => Numbered(
        "",
        [StartStage(), StartTraffic(), Baseline(), .. WalkedGroup.Of(steps.Steps).Select(together => Plan(together, hasRunbookBehind: steps.Runbook.Length > 0))]);

    public ImmutableArray<StepPlan> Runbook() =>
        Numbered("R", steps.Runbook.Select(step => Plan(step, hasRunbookBehind: false)));

    public ImmutableArray<StepPlan> Closing() => Numbered(
        "C",
        [
            .. _faults.HealWhatStaysOpen(steps),
            Verify(),
            StopTraffic(),
            .. surroundings.Traffic.Ledger is { } ledger ? [ReadLedger(ledger)] : Array.Empty<StepPlan>(),
        ]);

    /// <summary>When the step begins.</summary>
    public static StepStart StartOf(WalkedStep step) =>
        step.At is { } at ? new StepStart.AtTime(at.Value) : new StepStart.AfterPrevious();

    private static ImmutableArray<StepPlan> Numbered(string prefix, IEnumerable<StepPlan> plans) =>
        [.. plans.Select((plan, index) => ParallelPlanner.Numbered(plan, string.Create(CultureInfo.InvariantCulture, $"{prefix}{index + 1}")))];

    private StartStageStepPlan StartStage() => new()
    {
        Number = "",
        Sentence = _sentences.StartStage(surroundings.HasProvider),
        Start = new StepStart.AfterPrevious(),
        Takes = IncidentDuration.Zero,
        Deadline = surroundings.Deadlines.StartStage,
        Place = null,
    };

    private StartTrafficStepPlan StartTraffic() => new()
    {
        Number = "",
        Sentence = TrafficSentences.Start(surroundings.Traffic),
        Start = new StepStart.AfterPrevious(),
        Takes = IncidentDuration.Zero,
        Deadline = surroundings.Deadlines.StartTraffic,
        Place = null,
    };

    private BaselineStepPlan Baseline()
    {
        var samples = scenario.Baseline?.Value.Samples?.Value ?? Defaults.BaselineSamples;
        return new BaselineStepPlan
        {
            Number = "",
            Sentence = Sentences.Baseline(samples),
            Start = new StepStart.AfterPrevious(),
            Takes = ClockPlanner.BaselineTakes(surroundings.Clock, steps.Steps),
            Deadline = surroundings.Deadlines.Samples(samples),
            Place = scenario.Baseline?.Span.ToPlace(),
            MinimumSamples = samples,
        };
    }

    private VerifyStepPlan Verify()
    {
        var samples = scenario.Verify?.Value.Samples?.Value ?? Defaults.VerifySamples;
        var window = scenario.Verify?.Value.For?.Value ?? Defaults.VerifyWindow;
        return new VerifyStepPlan
        {
            Number = "",
            Sentence = Sentences.Verify(samples, window),
            Start = new StepStart.AfterPrevious(),
            Takes = IncidentDuration.Zero,

            // The window is real time that the step needs whatever happens; the deadline is for what comes on top.
            Deadline = surroundings.Deadlines.Samples(samples) + window,
            Place = scenario.Verify?.Span.ToPlace(),
            MinimumSamples = samples,
            Window = window,
        };
    }

    private StopTrafficStepPlan StopTraffic() => new()
    {
        Number = "",
        Sentence = Sentences.StopTraffic(surroundings.HasProvider),
        Start = new StepStart.AfterPrevious(),
        Takes = IncidentDuration.Zero,
        Deadline = surroundings.Deadlines.StopTraffic,
        Place = null,
    };

    private StepPlan Plan(ImmutableArray<WalkedStep> together, bool hasRunbookBehind)
    {
        ImmutableArray<StepPlan> plans = [.. together.Select(step => Plan(step, hasRunbookBehind))];
        return together[0].Group is { } group ? ParallelPlanner.Plan(group, together[0].Round, plans) : plans[0];
    }

    private StepPlan Plan(WalkedStep step, bool hasRunbookBehind)
    {
        var plan = PlanOf(step, hasRunbookBehind);
        return step.Round is { } round ? plan with { Sentence = Sentences.InRound(round, plan.Sentence) } : plan;
    }

    private StepPlan PlanOf(WalkedStep step, bool hasRunbookBehind) => step.Body.Value switch
    {
        StageStepDocument => Stage(step, WalkedVersions.Of(step)),
        ActivateStepDocument => Activate(step, WalkedVersions.Of(step), step.Begins ?? Defaults.ActivateBegins),
        RollBackStepDocument => RollBack(step, WalkedVersions.Of(step)),
        RestartStepDocument => Restart(step, WalkedVersions.Of(step), step.Begins ?? Defaults.RestartBegins),
        FaultStepDocument fault => _faults.Fault(fault, step),
        HealStepDocument heal => _faults.Heal(heal, step),
        ProviderStepDocument provider => _faults.Provider(provider, step),
        WaitStepDocument wait => CheckPlanner.Wait(wait, step),
        ProbeStepDocument probe => CheckPlanner.Probe(probe, step),
        JobStepDocument job => JobPlanner.Step(job, step, surroundings.System),
        HookStepDocument hook => Hook(step, hook.Name.Given(), hook.AtMost?.Value ?? Defaults.HookAtMost),
        WatchStepDocument => new WatchStepPlan
        {
            Number = "",
            Sentence = Sentences.Watch(step.Takes, hasRunbookBehind),
            Start = StartOf(step),
            Takes = step.Takes,
            Deadline = Defaults.StepDeadline,
            Place = step.Body.Span.ToPlace(),
        },
        AcknowledgeStepDocument => new AcknowledgeStepPlan
        {
            Number = "",
            Sentence = Sentences.Acknowledge(step.Takes),
            Start = StartOf(step),
            Takes = step.Takes,
            Deadline = Defaults.StepDeadline,
            Place = step.Body.Span.ToPlace(),
        },
        DecideStepDocument => new DecideStepPlan
        {
            Number = "",
            Sentence = Sentences.Decide(step.Takes),
            Start = StartOf(step),
            Takes = step.Takes,
            Deadline = Defaults.StepDeadline,
            Place = step.Body.Span.ToPlace(),
        },
        var other => _strategies.Plan(step) ?? throw new InvalidOperationException($"Step '{other.GetType().Name}' has no plan."),
    };

    private static HookStepPlan Hook(WalkedStep step, string name, TimeSpan atMost) => new()
    {
        Number = "",
        Sentence = Sentences.Hook(name, atMost),
        Start = StartOf(step),
        Takes = step.Takes,
        Deadline = atMost + Defaults.Slack,
        Place = step.Body.Span.ToPlace(),
        Hook = name,
        AtMost = atMost,
    };

    private StageVersionStepPlan Stage(WalkedStep step, WalkedVersions versions) => new()
    {
        Number = "",
        Sentence = _sentences.Stage(versions),
        Start = StartOf(step),
        Takes = step.Takes,
        Deadline = surroundings.Deadlines.Stage,
        Place = step.Body.Span.ToPlace(),
        Service = versions.Service,
        Servers = versions.Servers,
        Version = versions.Version,
    };

    private ActivateStepPlan Activate(WalkedStep step, WalkedVersions versions, string begins) => new()
    {
        Number = "",
        Sentence = _sentences.Activate(versions, begins),
        Start = StartOf(step),
        Takes = step.Takes,
        Deadline = surroundings.Deadlines.Activate(versions.Service),
        Place = step.Body.Span.ToPlace(),
        Service = versions.Service,
        Servers = versions.Servers,
        Version = versions.Version,
        Begins = begins,
    };

    private RollBackStepPlan RollBack(WalkedStep step, WalkedVersions versions) => new()
    {
        Number = "",
        Sentence = Sentences.RollBack(versions, step.Takes),
        Start = StartOf(step),
        Takes = step.Takes,
        Deadline = surroundings.Deadlines.RollBack,
        Place = step.Body.Span.ToPlace(),
        Service = versions.Service,
        Servers = versions.Servers,
        Version = versions.Version,
    };

    private RestartStepPlan Restart(WalkedStep step, WalkedVersions versions, string begins) => new()
    {
        Number = "",
        Sentence = Sentences.Restart(versions, step.Takes, begins),
        Start = StartOf(step),
        Takes = step.Takes,
        Deadline = surroundings.Deadlines.Restart,
        Place = step.Body.Span.ToPlace(),
        Service = versions.Service,
        Servers = versions.Servers,
        Version = versions.Version,
        Begins = begins,
    };

    private static ReadLedgerStepPlan ReadLedger(LedgerPlan ledger) => new()
    {
        Number = "",
        Sentence = Sentences.ReadLedger(ledger),
        Start = new StepStart.AfterPrevious(),
        Takes = IncidentDuration.Zero,
        Deadline = Defaults.ReadLedgerDeadline,
        Place = ledger.Place,
    };
}
