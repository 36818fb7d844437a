using System.Globalization;
using System.Text.Json.Serialization;

namespace StagingHarness.Scenarios.Units;

/// <summary>A percentile, more than 0 and less than 100; printed as <c>p99.9</c>.</summary>
[JsonConverter(typeof(PercentileConverter))]
public readonly record struct Percentile(double Value)
{
    /// <summary>Doubt that is left: 95 % confidence.</summary>
    private const double Doubt = 0.05;

    /// <summary>
    /// Samples that it needs: so many that the largest of them lies above the true percentile with 95 % confidence, which is
    /// 1 - p^n >= 0.95. p50 needs 5, p95 needs 59, p99 needs 299.
    /// </summary>
    public int LeastSamples => (int)Math.Ceiling(Math.Log(Doubt) / Math.Log(Value / 100));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"p{Value:0.####}");
}
