using StagingHarness.Execution.Ports.Traffic;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.FunctionalTests.Traffic;

/// <summary>Keeps what it gets, and lets a test wait until there is enough of it.</summary>
internal sealed class RecordingSink : ISampleSink
{
    private readonly Lock _lock = new();
    private readonly Dictionary<int, ServerStamp> _stamps = [];
    private readonly List<Sample> _samples = [];
    private readonly List<(int Count, TaskCompletionSource Reached)> _waiting = [];

    public IReadOnlyDictionary<int, ServerStamp> Stamps
    {
        get
        {
            lock (_lock)
            {
                return new Dictionary<int, ServerStamp>(_stamps);
            }
        }
    }

    public Sample[] Samples
    {
        get
        {
            lock (_lock)
            {
                return [.. _samples];
            }
        }
    }

    public void OnStamp(int stamp, ServerStamp server)
    {
        lock (_lock)
        {
            _stamps.Add(stamp, server);
        }
    }

    public void OnSamples(ReadOnlySpan<Sample> samples)
    {
        lock (_lock)
        {
            _samples.AddRange(samples);
            foreach (var (_, reached) in _waiting.Where(waiting => waiting.Count <= _samples.Count))
            {
                reached.TrySetResult();
            }
        }
    }

    public Task ReachAsync(int count, CancellationToken cancellationToken)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _waiting.Add((count, reached));
            if (_samples.Count >= count)
            {
                reached.SetResult();
            }
        }

        return reached.Task.WaitAsync(cancellationToken);
    }
}
