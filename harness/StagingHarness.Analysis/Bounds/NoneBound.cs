using StagingHarness.Analysis.Wording;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Analysis.Bounds;

/// <summary>What seeing none in n proves: the exact upper bound of the true share, 1 - 0.05^(1/n), at 95 % confidence.</summary>
public static class NoneBound
{
    private const double Doubt = 0.05;

    /// <summary>The share that n samples without a single hit still allow; everything when there are no samples.</summary>
    public static Share Of(long samples) => samples <= 0 ? Share.All : new Share(1 - Math.Pow(Doubt, 1.0 / samples));

    /// <summary><c>0 of 300 (at most 1 %, 95 % confidence)</c>; a bound is rounded up, never down.</summary>
    public static string Text(long samples) =>
        samples <= 0 ? "0 of 0" : $"0 of {Figures.Count(samples)} (at most {RoundedUp(Of(samples))}, 95 % confidence)";

    private static string RoundedUp(Share bound)
    {
        var percent = bound.Value * 100;
        var step = Math.Pow(10, Math.Floor(Math.Log10(percent)) - 1);
        var rounded = (decimal)(Math.Ceiling(percent / step) * step);
        return $"{rounded.ToString("0.##########", System.Globalization.CultureInfo.InvariantCulture)} %";
    }
}
