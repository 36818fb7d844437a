using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Steps;
using StagingHarness.Scenarios.Planning.Walks;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Scenarios.Planning.Strategies;

/// <summary>Makes plans of the moves of strategies, of gates, and of the way back.</summary>
internal sealed class StrategyPlanner(Deadlines deadlines)
{
    /// <summary>The plan of the step; null when it is no step of a strategy.</summary>
    public StepPlan? Plan(WalkedStep step) => step.Body.Value switch
    {
        ReplaceMove move => Replace(step, move, WalkedVersions.Of(step)),
        AddMove move => Add(step, move, WalkedVersions.Of(step)),
        LeadMove move => Lead(step, move, WalkedVersions.Of(step)),
        RetireMove => Retire(step, WalkedVersions.Of(step)),
        SwitchMove move => Switch(step, move, WalkedVersions.Of(step)),
        StopOldMove => StopOld(step, WalkedVersions.Of(step)),
        RevertStepDocument revert => Revert(step, revert, WalkedVersions.Of(step)),
        GateStepDocument gate => Gate(step, gate),
        _ => null,
    };

    private ReplaceStepPlan Replace(WalkedStep step, ReplaceMove move, WalkedVersions versions) => new()
    {
        Number = "",
        Sentence = StrategySentences.Replace(versions, move),
        Start = StepPlanner.StartOf(step),
        Takes = step.Takes,
        Deadline = deadlines.Replace,
        Place = step.Body.Span.ToPlace(),
        Service = versions.Service,
        Servers = versions.Servers,
        Version = versions.Version,
        Surge = move.Surge,
        Opens = move.Opens,
        Begins = move.Begins,
        CutOff = move.CutOff,
    };

    private AddStepPlan Add(WalkedStep step, AddMove move, WalkedVersions versions) => new()
    {
        Number = "",
        Sentence = StrategySentences.Add(versions, move),
        Start = StepPlanner.StartOf(step),
        Takes = step.Takes,
        Deadline = deadlines.Stage,
        Place = step.Body.Span.ToPlace(),
        Service = versions.Service,
        Servers = versions.Servers,
        Version = versions.Version,
        Twins = move.Twins,
        TwinVersion = versions.Before,
    };

    private LeadStepPlan Lead(WalkedStep step, LeadMove move, WalkedVersions versions) => new()
    {
        Number = "",
        Sentence = StrategySentences.Lead(versions, move),
        Start = StepPlanner.StartOf(step),
        Takes = step.Takes,
        Deadline = deadlines.Activate(versions.Service),
        Place = step.Body.Span.ToPlace(),
        Service = versions.Service,
        Servers = versions.Servers,
        Version = versions.Version,
        Share = move.Share,
        Twins = move.Twins,
        Opens = move.Opens,
        Begins = move.Begins,
    };

    private RetireStepPlan Retire(WalkedStep step, WalkedVersions versions) => new()
    {
        Number = "",
        Sentence = StrategySentences.Retire(versions),
        Start = StepPlanner.StartOf(step),
        Takes = step.Takes,
        Deadline = deadlines.Retire,
        Place = step.Body.Span.ToPlace(),
        Service = versions.Service,
        Servers = versions.Servers,
        Version = versions.Version,
    };

    private SwitchStepPlan Switch(WalkedStep step, SwitchMove move, WalkedVersions versions) => new()
    {
        Number = "",
        Sentence = StrategySentences.Switch(versions, move),
        Start = StepPlanner.StartOf(step),
        Takes = step.Takes,
        Deadline = deadlines.Activate(versions.Service),
        Place = step.Body.Span.ToPlace(),
        Service = versions.Service,
        Servers = versions.Servers,
        Version = versions.Version,
        Begins = move.Begins ?? Defaults.ActivateBegins,
    };

    private StopOldStepPlan StopOld(WalkedStep step, WalkedVersions versions) => new()
    {
        Number = "",
        Sentence = StrategySentences.StopOld(versions),
        Start = StepPlanner.StartOf(step),
        Takes = step.Takes,
        Deadline = deadlines.Retire,
        Place = step.Body.Span.ToPlace(),
        Service = versions.Service,
        Servers = versions.Servers,
        Version = versions.Version,
    };

    private RevertStepPlan Revert(WalkedStep step, RevertStepDocument revert, WalkedVersions versions)
    {
        var batch = Math.Min(revert.Batch?.Value ?? versions.Servers.Length, versions.Servers.Length);
        var begins = step.Begins ?? Defaults.RestartBegins;
        return new RevertStepPlan
        {
            Number = "",
            Sentence = StrategySentences.Revert(step.Back, batch, begins, step.OnRefusal),
            Start = StepPlanner.StartOf(step),
            Takes = step.Takes,
            Deadline = deadlines.Revert(versions.Servers.Length, batch),
            Place = step.Body.Span.ToPlace(),
            Service = versions.Service,
            Servers = versions.Servers,
            Version = versions.Version,
            Versions = EndStates.Of(step.Back),
            Batch = batch,
            Begins = begins,
            OnRefusal = step.OnRefusal,
        };
    }

    private GateStepPlan Gate(WalkedStep step, GateStepDocument gate)
    {
        var expectations = ExpectationPlanner.Plan(gate.Expect.Given());
        var otherwise = gate.Otherwise?.Value ?? Defaults.GateOtherwise;
        return new GateStepPlan
        {
            Number = "",
            Sentence = StrategySentences.Gate(expectations.Length, gate.Over?.Value, otherwise),
            Start = StepPlanner.StartOf(step),
            Takes = step.Takes,
            Deadline = deadlines.Gate,
            Place = step.Body.Span.ToPlace(),
            Over = gate.Over?.Value,
            Otherwise = otherwise,
            Expectations = [.. expectations.Select(expectation => expectation with { Number = expectation.Number.Replace('E', 'G') })],
            EndState = EndStates.Of(step.WhenRefused ?? throw new InvalidOperationException($"Where the gate at {step.Body.Span.ToPlace()} leads was not walked.")),
        };
    }
}
