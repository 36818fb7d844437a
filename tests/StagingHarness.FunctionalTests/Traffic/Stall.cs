using System.Diagnostics;

namespace StagingHarness.FunctionalTests.Traffic;

/// <summary>From one request on, every request waits until the same moment.</summary>
internal sealed class Stall(TimeSpan length, int beginsWith)
{
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Readings of the monotonic clock; 0 before.</summary>
    public long Began { get; private set; }

    public long Ended { get; private set; }

    public async Task PassAsync(ScriptedRequest request)
    {
        if (request.Number < beginsWith)
        {
            return;
        }

        if (request.Number == beginsWith)
        {
            Began = Stopwatch.GetTimestamp();
            await Task.Delay(length, TimeProvider.System, request.CancellationToken);
            Ended = Stopwatch.GetTimestamp();
            _over.SetResult();
        }

        await _over.Task.WaitAsync(request.CancellationToken);
    }
}
