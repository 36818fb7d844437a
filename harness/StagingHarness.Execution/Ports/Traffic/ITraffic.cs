using StagingHarness.Execution.Ports.Failures;

namespace StagingHarness.Execution.Ports.Traffic;

/// <summary>The traffic's generator, or all of them.</summary>
public interface ITraffic
{
    /// <summary>Warms up, then sends on schedule until stopped. Returns when the first scheduled request is due.</summary>
    /// <exception cref="ControlException">The generator refused, or ended.</exception>
    Task<ITrafficSession> StartAsync(TrafficOrder order, ISampleSink sink, CancellationToken cancellationToken);
}
