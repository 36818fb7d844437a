namespace StagingHarness.Benchmarks.Contests;

/// <summary>How late requests left after their scheduled moments, in milliseconds.</summary>
internal sealed record Jitter(double P50, double P99)
{
    /// <param name="microseconds">One a request; sorted here.</param>
    public static Jitter Of(List<uint> microseconds)
    {
        microseconds.Sort();
        return new Jitter(At(microseconds, 0.50), At(microseconds, 0.99));
    }

    /// <summary>The smallest value that so large a share does not exceed.</summary>
    private static double At(List<uint> sorted, double share) => sorted[(int)Math.Ceiling(share * sorted.Count) - 1] / 1000.0;
}
