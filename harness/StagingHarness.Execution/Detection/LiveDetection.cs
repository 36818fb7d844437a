using StagingHarness.Analysis.Detection;
using StagingHarness.Execution.Ports.Traffic;
using StagingHarness.History.Events;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Execution.Detection;

/// <summary>
/// Watches the samples as they come, while armed, and tells once when answers are wrong more often than tolerated. Then it
/// rests until it is armed again, from nothing. Samples come from one thread; arming and disarming may come from any.
/// </summary>
/// <param name="plan">What is tolerated.</param>
/// <param name="fired">
/// Called on the thread that brings the samples, so it must be quick and must not wait for anybody; the event has no place in the
/// journal and no step yet.
/// </param>
internal sealed class LiveDetection(DetectionPlan plan, Action<DetectionFired> fired) : ISampleSink
{
    private readonly Lock _lock = new();
    private readonly Dictionary<int, ServerStamp> _stamps = [];
    private readonly DrainedConnections _drained = new();
    private DetectionWatch? _watch;

    public bool IsArmed
    {
        get
        {
            lock (_lock)
            {
                return _watch is not null;
            }
        }
    }

    /// <summary>
    /// Watches from nothing. Only requests that were due at that moment or later (real time since the epoch) count: late answers
    /// from before belong to what was before.
    /// </summary>
    public void Arm(TimeSpan from)
    {
        lock (_lock)
        {
            _watch = new DetectionWatch(plan, from, _drained);
        }
    }

    /// <summary>When this returns, it does not fire any more.</summary>
    public void Disarm()
    {
        lock (_lock)
        {
            _watch = null;
        }
    }

    /// <summary>The gateway leads elsewhere: what breaks on the way to a server that was taken out is counted apart. Takes no lock of this class.</summary>
    public void OnRoutes(RoutesChanged routes) => _drained.Note(routes);

    public void OnStamp(int stamp, ServerStamp server)
    {
        lock (_lock)
        {
            _stamps.Add(stamp, server);
        }
    }

    public void OnSamples(ReadOnlySpan<Sample> samples)
    {
        // Under the lock also while telling, so that nothing fires after Disarm has returned.
        lock (_lock)
        {
            foreach (var sample in samples)
            {
                if (_watch is { } watch && watch.Observe(sample))
                {
                    _watch = null;
                    fired(watch.Describe(_stamps));
                }
            }
        }
    }
}
