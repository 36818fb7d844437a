using System.Globalization;
using StagingHarness.Analysis.Statistics;
using StagingHarness.Analysis.Wording;

namespace StagingHarness.Analysis.Expectations;

/// <summary>How two shares differ, as far as their counts can show it; both sides need a sample at least.</summary>
internal sealed record ShareDifference(long Hits, long Total, long OtherHits, long OtherTotal, double Doubt)
{
    /// <summary>
    /// The true difference is not more, but for the doubt: the upper bound of the one share and the lower bound of the other
    /// each take half of it, so that the two together are never wrong more often. Exact, and on the safe side.
    /// </summary>
    public double Highest => ShareInterval.Upper(Hits, Total, Doubt / 2) - ShareInterval.Lower(OtherHits, OtherTotal, Doubt / 2);

    /// <summary>The true difference is not less, but for the doubt.</summary>
    public double Lowest => ShareInterval.Lower(Hits, Total, Doubt / 2) - ShareInterval.Upper(OtherHits, OtherTotal, Doubt / 2);

    /// <summary>p-value of Fisher's exact test, one-sided: chance alone gives so many more hits, or still more.</summary>
    public double ChanceOfMore => FisherTest.Greater(Hits, Total, OtherHits, OtherTotal);

    /// <summary>p-value of Fisher's exact test, two-sided.</summary>
    public double ChanceOfDifferent => FisherTest.TwoSided(Hits, Total, OtherHits, OtherTotal);

    public string Counts => $"{Figures.PartOf(Hits, Total)} against {Figures.PartOf(OtherHits, OtherTotal)}";

    /// <summary>What the samples could have shown at best.</summary>
    public string LeastShown => FisherTest.LeastSignificant(Total, OtherHits, OtherTotal, Doubt) is { } least
        ? $"they could have shown a difference of {Points(((double)least / Total) - ((double)OtherHits / OtherTotal))} or more"
        : "they are too few to show any difference";

    public override string ToString()
    {
        var difference = (Hits / (double)Total) - (OtherHits / (double)OtherTotal);
        var confidence = (100 * (1 - Doubt)).ToString("0.##", CultureInfo.InvariantCulture);
        return $"{Counts}: {Signed(difference)}, truly at least {Signed(Lowest)} and at most {Signed(Highest)} (each with {confidence} % confidence); "
            + $"p = {Chance(ChanceOfMore)} for more, {Chance(ChanceOfDifferent)} for different (Fisher's exact test); {LeastShown}";
    }

    private static string Chance(double p) => p < 0.0001 ? "less than 0.0001" : p.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Points(double difference) =>
        $"{(100 * difference).ToString("0.##", CultureInfo.InvariantCulture)} points";

    private static string Signed(double difference) =>
        $"{(100 * difference).ToString("+0.##;-0.##;0", CultureInfo.InvariantCulture)} points";
}
