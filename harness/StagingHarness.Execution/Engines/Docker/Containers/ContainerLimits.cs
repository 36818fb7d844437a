using Docker.DotNet.Models;
using StagingHarness.Execution.Ports.Instances;

namespace StagingHarness.Execution.Engines.Docker.Containers;

/// <summary>Limits of a container that runs, as the engine is told them.</summary>
internal static class ContainerLimits
{
    /// <summary>Microseconds in which a part of a processor is counted: short, so that a limit is felt as slowness and not as halts.</summary>
    private const long Period = 100_000;

    private const long Unlimited = -1;

    /// <summary>Swap is not granted beside memory, as at the start.</summary>
    public static ContainerUpdateParameters Of(InstanceLimits limits)
    {
        var parameters = new ContainerUpdateParameters();
        if (limits.MemoryBytes is { } memory)
        {
            parameters.Memory = memory;
            parameters.MemorySwap = memory;
        }

        if (limits.Processors is { } processors)
        {
            parameters.CPUPeriod = Period;
            parameters.CPUQuota = double.IsPositiveInfinity(processors) ? Unlimited : (long)Math.Round(processors * Period);
        }

        return parameters;
    }
}
