using System.Text.Json.Serialization;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Plans.Steps;

/// <summary>One thing that the run does: numbered, described in a sentence, bounded by a deadline.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(StartStageStepPlan), "start-stage")]
[JsonDerivedType(typeof(StartTrafficStepPlan), "start-traffic")]
[JsonDerivedType(typeof(BaselineStepPlan), "baseline")]
[JsonDerivedType(typeof(StageVersionStepPlan), "stage")]
[JsonDerivedType(typeof(ActivateStepPlan), "activate")]
[JsonDerivedType(typeof(ReplaceStepPlan), "replace")]
[JsonDerivedType(typeof(AddStepPlan), "add")]
[JsonDerivedType(typeof(LeadStepPlan), "lead")]
[JsonDerivedType(typeof(RetireStepPlan), "retire")]
[JsonDerivedType(typeof(SwitchStepPlan), "switch")]
[JsonDerivedType(typeof(StopOldStepPlan), "stop-old")]
[JsonDerivedType(typeof(GateStepPlan), "gate")]
[JsonDerivedType(typeof(RevertStepPlan), "revert")]
[JsonDerivedType(typeof(WatchStepPlan), "watch")]
[JsonDerivedType(typeof(AcknowledgeStepPlan), "acknowledge")]
[JsonDerivedType(typeof(DecideStepPlan), "decide")]
[JsonDerivedType(typeof(RollBackStepPlan), "roll-back")]
[JsonDerivedType(typeof(RestartStepPlan), "restart")]
[JsonDerivedType(typeof(FaultStepPlan), "fault")]
[JsonDerivedType(typeof(HealStepPlan), "heal")]
[JsonDerivedType(typeof(ProviderStepPlan), "provider")]
[JsonDerivedType(typeof(WaitStepPlan), "wait")]
[JsonDerivedType(typeof(ProbeStepPlan), "probe")]
[JsonDerivedType(typeof(JobStepPlan), "job")]
[JsonDerivedType(typeof(HookStepPlan), "hook")]
[JsonDerivedType(typeof(ParallelStepPlan), "parallel")]
[JsonDerivedType(typeof(VerifyStepPlan), "verify")]
[JsonDerivedType(typeof(StopTrafficStepPlan), "stop-traffic")]
[JsonDerivedType(typeof(ReadLedgerStepPlan), "read-ledger")]
public abstract record StepPlan
{
    private protected StepPlan()
    {
    }

    /// <summary><c>1</c> to <c>n</c> for steps, <c>4.a</c> and so on for what runs at the same time in one, <c>R1</c> to <c>Rn</c> for the on-call runbook. Stands in every log line, event and report.</summary>
    public required string Number { get; init; }

    /// <summary>What it does, in a sentence without a full stop.</summary>
    public required string Sentence { get; init; }

    public required StepStart Start { get; init; }

    /// <summary>Scripted minimum on the incident's clock; the step ends no earlier. What really takes longer is overrun.</summary>
    public required IncidentDuration Takes { get; init; }

    /// <summary>Real time after which the step is given up, counted from its start and on top of <see cref="Takes"/>.</summary>
    public required TimeSpan Deadline { get; init; }

    /// <summary>Null for a step that every run has.</summary>
    public required SourcePlace? Place { get; init; }
}
