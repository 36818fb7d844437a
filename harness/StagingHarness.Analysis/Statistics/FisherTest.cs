namespace StagingHarness.Analysis.Statistics;

/// <summary>
/// Fisher's exact test on two counts: how likely is a difference like this when chance alone deals the hits to the two groups?
/// (R. A. Fisher, The Design of Experiments, 1935.)
/// </summary>
internal static class FisherTest
{
    /// <summary>Probabilities that differ by less are the same one, computed in two ways; R takes the same.</summary>
    private const double Same = 1 + 1e-7;

    /// <summary>Chance of as many hits in the first group, or more.</summary>
    public static double Greater(long hits, long total, long otherHits, long otherTotal)
    {
        var most = Math.Min(total, hits + otherHits);
        var sum = 0.0;
        for (var count = hits; count <= most; count++)
        {
            var term = Probability(count, total, hits + otherHits, otherTotal);
            sum += term;
            if (term < sum * 1e-17)
            {
                break;
            }
        }

        return Math.Min(1, sum);
    }

    /// <summary>Chance of a split that is as unlikely as this one, or more, in either direction.</summary>
    public static double TwoSided(long hits, long total, long otherHits, long otherTotal)
    {
        var all = hits + otherHits;
        var observed = Probability(hits, total, all, otherTotal);
        var sum = 0.0;
        for (var count = Math.Max(0, all - otherTotal); count <= Math.Min(total, all); count++)
        {
            var term = Probability(count, total, all, otherTotal);
            sum += term <= observed * Same ? term : 0;
        }

        return Math.Min(1, sum);
    }

    /// <summary>
    /// The fewest hits in the first group that would have been significant against the other group as it is; null when none
    /// would, because the groups are too small.
    /// </summary>
    public static long? LeastSignificant(long total, long otherHits, long otherTotal, double significance)
    {
        if (Greater(total, total, otherHits, otherTotal) > significance)
        {
            return null;
        }

        var (low, high) = (0L, total);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = Greater(middle, total, otherHits, otherTotal) <= significance ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    /// <summary>Hypergeometric: so many of all hits fall into the first group.</summary>
    private static double Probability(long count, long total, long all, long otherTotal) => Math.Exp(
        LogGamma.Choose(total, count) + LogGamma.Choose(otherTotal, all - count) - LogGamma.Choose(total + otherTotal, all));
}
