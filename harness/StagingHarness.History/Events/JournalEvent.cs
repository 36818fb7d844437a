using System.Text.Json.Serialization;

namespace StagingHarness.History.Events;

/// <summary>A fact that happened in a run. The journal holds all of them, in order, and nothing else is true.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(RunStarted), "run-started")]
[JsonDerivedType(typeof(Noted), "noted")]
[JsonDerivedType(typeof(ArtifactPrepared), "artifact-prepared")]
[JsonDerivedType(typeof(StepStarted), "step-started")]
[JsonDerivedType(typeof(StepCompleted), "step-completed")]
[JsonDerivedType(typeof(StepFailed), "step-failed")]
[JsonDerivedType(typeof(StepSkipped), "step-skipped")]
[JsonDerivedType(typeof(VersionPlaced), "version-placed")]
[JsonDerivedType(typeof(InstanceStarted), "instance-started")]
[JsonDerivedType(typeof(InstanceFailedToStart), "instance-failed-to-start")]
[JsonDerivedType(typeof(InstanceAttested), "instance-attested")]
[JsonDerivedType(typeof(InstanceStopped), "instance-stopped")]
[JsonDerivedType(typeof(InstanceDied), "instance-died")]
[JsonDerivedType(typeof(RoutesChanged), "routes-changed")]
[JsonDerivedType(typeof(GateDecided), "gate-decided")]
[JsonDerivedType(typeof(TrafficStarted), "traffic-started")]
[JsonDerivedType(typeof(StampSeen), "stamp-seen")]
[JsonDerivedType(typeof(TrafficObserved), "traffic-observed")]
[JsonDerivedType(typeof(TrafficEnded), "traffic-ended")]
[JsonDerivedType(typeof(RenewalFailed), "renewal-failed")]
[JsonDerivedType(typeof(RenewalResumed), "renewal-resumed")]
[JsonDerivedType(typeof(HealthObserved), "health-observed")]
[JsonDerivedType(typeof(DetectionFired), "detection-fired")]
[JsonDerivedType(typeof(PageSent), "page-sent")]
[JsonDerivedType(typeof(PageAcknowledged), "page-acknowledged")]
[JsonDerivedType(typeof(DetectionRearmed), "detection-rearmed")]
[JsonDerivedType(typeof(AlertWatchBegan), "alert-watch-began")]
[JsonDerivedType(typeof(AlertChanged), "alert-changed")]
[JsonDerivedType(typeof(AlertWatchEnded), "alert-watch-ended")]
[JsonDerivedType(typeof(UsageObserved), "usage-observed")]
[JsonDerivedType(typeof(EndStateMeasured), "end-state-measured")]
[JsonDerivedType(typeof(ProviderRead), "provider-read")]
[JsonDerivedType(typeof(PageCalled), "page-called")]
[JsonDerivedType(typeof(PagerRead), "pager-read")]
[JsonDerivedType(typeof(LedgerRead), "ledger-read")]
[JsonDerivedType(typeof(FaultBegan), "fault-began")]
[JsonDerivedType(typeof(FaultProved), "fault-proved")]
[JsonDerivedType(typeof(FaultEnded), "fault-ended")]
[JsonDerivedType(typeof(ProviderChanged), "provider-changed")]
[JsonDerivedType(typeof(CheckAsked), "check-asked")]
[JsonDerivedType(typeof(JobStarted), "job-started")]
[JsonDerivedType(typeof(JobEnded), "job-ended")]
[JsonDerivedType(typeof(HookRan), "hook-ran")]
[JsonDerivedType(typeof(BrowserStarted), "browser-started")]
[JsonDerivedType(typeof(BrowserJourneyEnded), "browser-journey-ended")]
[JsonDerivedType(typeof(RunEnded), "run-ended")]
public abstract record JournalEvent
{
    private protected JournalEvent()
    {
    }

    /// <summary>Position in the journal, from 0; set by the writer.</summary>
    [JsonPropertyOrder(-3)]
    public long Sequence { get; init; }

    /// <summary>Real time since the run's epoch; set by the writer.</summary>
    [JsonPropertyOrder(-2)]
    public TimeSpan At { get; init; }

    /// <summary>Number of the step in which it happened; null outside of steps.</summary>
    [JsonPropertyOrder(-1)]
    public string? Step { get; init; }
}
