using StagingHarness.Execution.Stages;

namespace StagingHarness.Execution.Faults;

/// <summary>Looks again and again until something is seen.</summary>
internal sealed class EffectWait(RunClock clock)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    /// <param name="subject">What is waited for, as a sentence goes on after "It was waited 10 s for".</param>
    /// <param name="within">When it is given up, real time.</param>
    /// <param name="scope">Keeps what was seen last.</param>
    /// <param name="look">What is seen, and whether that is what was waited for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What was seen.</returns>
    /// <exception cref="NoEffectException">It was not seen in time.</exception>
    public async Task<string> ForAsync(
        string subject, TimeSpan within, StepScope scope, Func<Task<(bool IsSeen, string What)>> look, CancellationToken cancellationToken)
    {
        var giveUp = clock.Elapsed + within;
        while (true)
        {
            var (isSeen, what) = await look();
            scope.Observe(what);
            if (isSeen)
            {
                return what;
            }

            if (clock.Elapsed >= giveUp)
            {
                throw new NoEffectException($"It was waited {within.TotalSeconds:0.#} s for {subject}; the last look saw that {what}.");
            }

            await clock.WaitAsync(Look, cancellationToken);
        }
    }
}
