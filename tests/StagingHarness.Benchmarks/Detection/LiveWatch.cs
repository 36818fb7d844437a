using StagingHarness.Execution.Detection;
using StagingHarness.Execution.Ports.Traffic;
using StagingHarness.History.Events;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Benchmarks.Detection;

/// <summary>The detection of a rehearsal on live samples, which keeps each alarm, and is armed anew with the next answer where that is wanted.</summary>
internal sealed class LiveWatch : ISampleSink
{
    private readonly LiveDetection _detection;
    private readonly bool _again;
    private readonly List<Alarm> _alarms = [];
    private TaskCompletionSource<Alarm> _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _epoch;
    private TimeSpan _from;

    /// <param name="plan">What is tolerated.</param>
    /// <param name="again">It is armed anew as soon as it has fired.</param>
    public LiveWatch(DetectionPlan plan, bool again)
    {
        Plan = plan;
        _again = again;
        _detection = new LiveDetection(plan, OnFired);
    }

    public DetectionPlan Plan { get; }

    /// <summary>In the order in which they came; asked for when no sample comes any more.</summary>
    public IReadOnlyList<Alarm> Alarms => _alarms;

    /// <summary>Watches from nothing. The next alarm completes what is returned.</summary>
    /// <param name="from">Only requests that were due at that moment or later count; since the epoch.</param>
    /// <param name="epoch">Reading of the clock from which the times of samples count.</param>
    public Task<Alarm> Arm(TimeSpan from, long epoch)
    {
        _from = from;
        _epoch = epoch;
        _next = new TaskCompletionSource<Alarm>(TaskCreationOptions.RunContinuationsAsynchronously);
        _detection.Arm(from);
        return _next.Task;
    }

    public void OnStamp(int stamp, ServerStamp server) => _detection.OnStamp(stamp, server);

    public void OnSamples(ReadOnlySpan<Sample> samples) => _detection.OnSamples(samples);

    private void OnFired(DetectionFired fired)
    {
        var after = TimeProvider.System.GetElapsedTime(_epoch) - fired.FirstWrongDue;
        var alarm = new Alarm(fired.Seen, (long)Math.Round(fired.Wrong / fired.Share.Value), after);
        _alarms.Add(alarm);
        _next.TrySetResult(alarm);
        if (_again)
        {
            _detection.Arm(_from);
        }
    }
}
