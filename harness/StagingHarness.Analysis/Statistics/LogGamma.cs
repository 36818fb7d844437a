namespace StagingHarness.Analysis.Statistics;

/// <summary>Natural logarithm of the gamma function, by Lanczos' approximation (g = 7, nine terms): about 15 digits for x of 0.5 and more.</summary>
internal static class LogGamma
{
    private const double G = 7;

    private static readonly double[] Terms =
    [
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
        -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ];

    public static double Of(double x)
    {
        var shifted = x - 1;
        var sum = Terms[0];
        for (var index = 1; index < Terms.Length; index++)
        {
            sum += Terms[index] / (shifted + index);
        }

        var t = shifted + G + 0.5;
        return (0.5 * Math.Log(2 * Math.PI)) + ((shifted + 0.5) * Math.Log(t)) - t + Math.Log(sum);
    }

    /// <summary>Logarithm of n!.</summary>
    public static double Factorial(long n) => n < 2 ? 0 : Of(n + 1);

    /// <summary>Logarithm of the number of ways to choose k of n.</summary>
    public static double Choose(long n, long k) => Factorial(n) - Factorial(k) - Factorial(n - k);
}
