using System.Text.Json.Serialization;

namespace StagingHarness.Scenarios.Plans.Faults;

/// <summary>What a fault breaks, and how.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(KillFaultPlan), "kill")]
[JsonDerivedType(typeof(StopFaultPlan), "stop")]
[JsonDerivedType(typeof(PauseFaultPlan), "pause")]
[JsonDerivedType(typeof(RestartFaultPlan), "restart")]
[JsonDerivedType(typeof(DisconnectFaultPlan), "disconnect")]
[JsonDerivedType(typeof(NamelessFaultPlan), "nameless")]
[JsonDerivedType(typeof(MemoryFaultPlan), "memory")]
[JsonDerivedType(typeof(ProcessorFaultPlan), "cpu")]
[JsonDerivedType(typeof(FullDiskFaultPlan), "full-disk")]
[JsonDerivedType(typeof(LatencyFaultPlan), "latency")]
[JsonDerivedType(typeof(BandwidthFaultPlan), "bandwidth")]
[JsonDerivedType(typeof(ResetFaultPlan), "reset")]
[JsonDerivedType(typeof(RefuseFaultPlan), "refuse")]
public abstract record FaultPlan
{
    private protected FaultPlan()
    {
    }

    /// <summary>Names the fault in steps, events and reports, and the phase in which it lasts.</summary>
    public required string Name { get; init; }
}
