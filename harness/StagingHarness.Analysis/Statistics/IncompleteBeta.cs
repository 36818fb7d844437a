namespace StagingHarness.Analysis.Statistics;

/// <summary>The regularized incomplete beta function I_x(a, b), by its continued fraction (Abramowitz and Stegun 26.5.8, evaluated by Lentz' method).</summary>
internal static class IncompleteBeta
{
    private const int MostTerms = 100_000;
    private const double Precision = 1e-15;
    private const double Tiny = 1e-300;

    public static double Of(double x, double a, double b)
    {
        if (x <= 0 || x >= 1)
        {
            return x <= 0 ? 0 : 1;
        }

        var front = Math.Exp((a * Math.Log(x)) + (b * Math.Log(1 - x)) + LogGamma.Of(a + b) - LogGamma.Of(a) - LogGamma.Of(b));

        // The fraction converges quickly on this side; the other one is its mirror image.
        return x < (a + 1) / (a + b + 2) ? front * Fraction(x, a, b) / a : 1 - (front * Fraction(1 - x, b, a) / b);
    }

    private static double Fraction(double x, double a, double b)
    {
        var c = 1.0;
        var d = 1 / NotZero(1 - ((a + b) * x / (a + 1)));
        var value = d;
        for (var m = 1; m <= MostTerms; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / NotZero(1 + (even * d));
            c = NotZero(1 + (even / c));
            value *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / NotZero(1 + (odd * d));
            c = NotZero(1 + (odd / c));
            value *= d * c;
            if (Math.Abs((d * c) - 1) < Precision)
            {
                break;
            }
        }

        return value;
    }

    private static double NotZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;
}
