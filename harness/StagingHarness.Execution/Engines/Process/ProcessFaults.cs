using StagingHarness.Scenarios.Plans.Faults;

namespace StagingHarness.Execution.Engines.Process;

/// <summary>Which faults the process engine cannot make.</summary>
internal static class ProcessFaults
{
    /// <summary>Why it cannot, in one sentence with the fix; null when it can.</summary>
    public static string? WhyNot(FaultPlan fault) => fault switch
    {
        DisconnectFaultPlan => NotPossible(
            fault, "all instances share this machine's loopback, so none can be taken off it", "Use 'pause', or '--engine docker'."),
        NamelessFaultPlan => NotPossible(
            fault, "on this machine's loopback instances are found by numbers, and have no names", "Use '--engine docker'."),
        MemoryFaultPlan or ProcessorFaultPlan => NotPossible(
            fault, "its processes have no control group of their own, so nothing limits one of them", "Use '--engine docker'."),
        FullDiskFaultPlan => NotPossible(fault, "all instances share this machine's disk", "Use '--engine docker'."),
        KillFaultPlan or StopFaultPlan or PauseFaultPlan or RestartFaultPlan or LinkFaultPlan => null,
        _ => throw new InvalidOperationException($"Nothing says whether the process engine can make fault '{fault.Name}': {fault.GetType().Name}."),
    };

    private static string NotPossible(FaultPlan fault, string why, string instead) =>
        $"The process engine cannot make fault '{fault.Name}': {why}. {instead}";
}
