using System.Runtime.ExceptionServices;

namespace StagingHarness.Execution.Stages;

/// <summary>Things that are done side by side.</summary>
internal static class Together
{
    /// <summary>Waits for all, and throws the first failure in time rather than the first in the list: it is the cause of the others.</summary>
    public static async Task WhenAllAsync(IEnumerable<Task> tasks)
    {
        var all = tasks.ToList();
        var open = all.ToList();
        Exception? first = null;
        while (open.Count > 0)
        {
            var ended = await Task.WhenAny(open);
            open.Remove(ended);
            first ??= ended.Exception?.InnerException;
        }

        if (first is not null)
        {
            ExceptionDispatchInfo.Throw(first);
        }

        await Task.WhenAll(all);
    }
}
