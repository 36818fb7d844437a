using StagingHarness.Execution.Ports.Instances;

namespace StagingHarness.Execution.Stages;

/// <summary>A silent instance may have ended just now, and its end may be seen a moment after its silence.</summary>
internal static class InstanceEnd
{
    private static readonly TimeSpan ShowsWithin = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    /// <exception cref="InstanceGoneException">It has ended.</exception>
    public static async Task ThrowIfSeenAsync(IInstance instance, RunClock clock, CancellationToken cancellationToken)
    {
        var giveUp = clock.Elapsed + ShowsWithin;
        while (!instance.Exited.IsCompleted && clock.Elapsed < giveUp)
        {
            await clock.WaitAsync(Look, cancellationToken);
        }

        if (instance.Exited.IsCompleted)
        {
            throw new InstanceGoneException(instance.Name, await instance.Exited);
        }
    }
}
