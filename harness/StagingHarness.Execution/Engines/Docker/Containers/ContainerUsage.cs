using Docker.DotNet;
using Docker.DotNet.Models;
using StagingHarness.Execution.Ports.Instances;

namespace StagingHarness.Execution.Engines.Docker.Containers;

/// <summary>What a container uses, as its control group counts it.</summary>
internal static class ContainerUsage
{
    private const int NanosecondsPerTick = 100;

    // File cache that the kernel takes back when it needs it; the first name is that of control groups v2, the second of v1.
    private static readonly string[] CacheNames = ["inactive_file", "total_inactive_file"];

    public static async Task<InstanceUsage> ReadAsync(DockerClient client, string container, CancellationToken cancellationToken)
    {
        var answer = new Answer();
        await client.Containers.GetContainerStatsAsync(
            container, new ContainerStatsParameters { Stream = false, OneShot = true }, answer, cancellationToken);
        return answer.Usage ?? throw new IOException("the engine answered with no figures.");
    }

    internal static InstanceUsage From(ContainerStatsResponse stats)
    {
        var total = (long)(stats.MemoryStats?.Usage ?? 0);
        var counters = stats.MemoryStats?.Stats;
        var cache = CacheNames.Select(name => counters is not null && counters.TryGetValue(name, out var bytes) ? (long)bytes : 0).Max();
        return new InstanceUsage(TimeSpan.FromTicks((long)((stats.CPUStats?.CPUUsage?.TotalUsage ?? 0) / NanosecondsPerTick)), Math.Max(0, total - cache))
        {
            MemoryLimitBytes = (long?)stats.MemoryStats?.Limit,
            Throttled = (long?)stats.CPUStats?.ThrottlingData?.ThrottledPeriods,
        };
    }

    /// <summary>Takes the one answer on the caller's thread, which <see cref="Progress{T}"/> does not promise.</summary>
    private sealed class Answer : IProgress<ContainerStatsResponse>
    {
        public InstanceUsage? Usage { get; private set; }

        public void Report(ContainerStatsResponse value) => Usage = From(value);
    }
}
