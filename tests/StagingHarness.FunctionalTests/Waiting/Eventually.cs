namespace StagingHarness.FunctionalTests.Waiting;

/// <summary>Waits for what real processes do in their own time.</summary>
internal static class Eventually
{
    /// <exception cref="TimeoutException">It did not become true by the deadline.</exception>
    public static Task IsTrueAsync(string subject, Func<bool> condition, TimeSpan deadline) =>
        IsTrueAsync(subject, () => Task.FromResult(condition()), deadline);

    /// <exception cref="TimeoutException">It did not become true by the deadline.</exception>
    public static async Task IsTrueAsync(string subject, Func<Task<bool>> condition, TimeSpan deadline)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(start) > deadline)
            {
                throw new TimeoutException($"Waited {deadline.TotalSeconds:0} s in vain: {subject}.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, CancellationToken.None);
        }
    }
}
