namespace StagingHarness.Browser;

/// <summary>What nobody waits for any more: what becomes of it is of no interest, and must not count as unobserved either.</summary>
internal static class Forgotten
{
    public static void Observe(Task task) => _ = task.ContinueWith(
        static ended => ended.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
}
