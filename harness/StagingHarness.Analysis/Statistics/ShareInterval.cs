namespace StagingHarness.Analysis.Statistics;

/// <summary>
/// Exact bounds of a true share after Clopper and Pearson (Biometrika 26, 1934): each one is wrong with at most the given doubt.
/// With no hits the upper one is 1 - doubt^(1/n).
/// </summary>
internal static class ShareInterval
{
    private const int Halvings = 60;

    /// <summary>The true share is not less, but for the doubt.</summary>
    public static double Lower(long hits, long total, double doubt) =>
        hits == 0 ? 0 : Root(share => IncompleteBeta.Of(share, hits, total - hits + 1) < doubt);

    /// <summary>The true share is not more, but for the doubt.</summary>
    public static double Upper(long hits, long total, double doubt) =>
        hits == total ? 1 : Root(share => IncompleteBeta.Of(share, hits + 1, total - hits) < 1 - doubt);

    /// <summary>
    /// The least k for which the k-th smallest of so many samples lies above the true quantile, but for the doubt; null when not
    /// even the largest does. Fewer than k of n samples lie below it with probability 1 - I_p(k, n - k + 1).
    /// </summary>
    public static long? LeastRank(double quantile, long total, double doubt)
    {
        if (total == 0 || Math.Pow(quantile, total) > doubt)
        {
            return null;
        }

        var (low, high) = (1L, total);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = IncompleteBeta.Of(quantile, middle, total - middle + 1) <= doubt ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private static double Root(Func<double, bool> isBelow)
    {
        var (low, high) = (0.0, 1.0);
        for (var step = 0; step < Halvings; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = isBelow(middle) ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }
}
