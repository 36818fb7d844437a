using System.Globalization;
using StagingHarness.Execution.Locks;

namespace StagingHarness.Concurrency;

/// <summary>
/// How many stages may stand at a time on this machine, over all processes of its user: one per four cores, at least one.
/// Two stages on two cores would measure each other.
/// </summary>
public static class StageLimit
{
    /// <summary>Waits for its turn; disposing what it returns gives the turn back, as does the end of the process.</summary>
    /// <param name="deadline">How long to wait.</param>
    /// <param name="timeProvider">Measures the wait.</param>
    /// <param name="cancellationToken">Gives up the wait.</param>
    /// <exception cref="FileLockTimeoutException">No turn came by the deadline.</exception>
    public static async Task<IDisposable> AcquireAsync(TimeSpan deadline, TimeProvider timeProvider, CancellationToken cancellationToken) =>
        await FileLock.AcquireAsync(LockFiles(), "stages on this machine", deadline, timeProvider, cancellationToken);

    private static string[] LockFiles()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"staging-harness-{Environment.UserName}");
        return
        [
            .. Enumerable.Range(1, Math.Max(1, Environment.ProcessorCount / 4))
                .Select(place => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"stage.{place}.lock"))),
        ];
    }
}
