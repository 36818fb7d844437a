using StagingHarness.Scenarios.Plans.Faults;

namespace StagingHarness.Execution.Faults;

/// <summary>Makes the fault of a plan; one class for each way to break something.</summary>
internal static class FaultFactory
{
    public static IFault Create(FaultPlan plan, FaultSurroundings around) => plan switch
    {
        KillFaultPlan kill => new KillFault(kill, around),
        StopFaultPlan stop => new StopFault(stop, around),
        PauseFaultPlan pause => new PauseFault(pause, around),
        RestartFaultPlan restart => new StopFault(restart, around),
        DisconnectFaultPlan disconnect => new DisconnectFault(disconnect, around),
        NamelessFaultPlan nameless => new NamelessFault(nameless, around),
        MemoryFaultPlan memory => new MemoryFault(memory, around),
        ProcessorFaultPlan processor => new ProcessorFault(processor, around),
        FullDiskFaultPlan disk => new FullDiskFault(disk, around),
        LatencyFaultPlan latency => new LatencyFault(latency, around),
        BandwidthFaultPlan bandwidth => new BandwidthFault(bandwidth, around),
        ResetFaultPlan reset => new ResetFault(reset, around),
        RefuseFaultPlan refuse => new RefuseFault(refuse, around),
        _ => throw new InvalidOperationException($"Fault '{plan.Name}' is of a kind that nothing runs: {plan.GetType().Name}."),
    };
}
