using System.Collections.Immutable;

namespace StagingHarness.Execution.Running;

/// <summary>
/// Takes things down, each within a bound of its own, whatever happened before. It throws nothing, so that it never hides
/// the first cause: what went wrong with it is kept for the last event of the run.
/// </summary>
internal sealed class CleanUp(TimeProvider time)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private ImmutableArray<string> problems = [];

    /// <summary>What could not be taken down, in order; empty when nothing is left behind.</summary>
    public ImmutableArray<string> Problems => problems;

    /// <param name="subject">What is taken down, as a sentence begins with it.</param>
    /// <param name="action">Takes it down.</param>
    public async Task AttemptAsync(string subject, Func<Task> action)
    {
        var ending = Task.CompletedTask;
        try
        {
            ending = action();
            await ending.WaitAsync(Deadline, time);
        }
        catch (TimeoutException) when (!ending.IsCompleted)
        {
            problems = problems.Add($"{subject} did not end within {Deadline.TotalSeconds:0} s; see what is left of it, and end that by hand.");
        }
#pragma warning disable CA1031 // Whatever it is, the rest must still be taken down; it is written into the journal.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            problems = problems.Add($"{subject} could not be taken down: {exception.Message}");
        }
    }
}
