using System.Globalization;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Documents.Scalars;

/// <summary>A percentile: <c>p50</c>, <c>p99</c>, <c>p99.9</c>.</summary>
internal sealed class PercentileShape : ScalarShape<Percentile>
{
    // Beyond it a run needs more than half a million requests to say anything.
    private const double Highest = 99.9995;

    public override string Wanted => "a percentile";

    public override string Sample => "p99";

    private protected override ValueSchema Written => ValueSchema.Written(@"^p[0-9.]+$");

    private protected override string Example => "write it like 'p50', 'p99' or 'p99.9'";

    private protected override Reading<Percentile> Read(string text)
    {
        if (!text.StartsWith('p') || !double.TryParse(text[1..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent))
        {
            return NotWanted();
        }

        return percent is > 0 and < Highest
            ? Ok(new Percentile(percent))
            : Wrong(FindingCode.OutOfRange, "which is not between p0 and p99.9995", Example);
    }
}
