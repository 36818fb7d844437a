using System.Globalization;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Scalars;

/// <summary>An alarm threshold: a plain number above 1, also as <c>2e7</c>.</summary>
internal sealed class ThresholdShape : ScalarShape<double>
{
    private const NumberStyles Styles = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    public override string Wanted => "a number";

    /// <summary>A usual value, for the hint.</summary>
    public string Usual { get; init; } = "2e7";

    public override string Sample => Usual;

    private protected override ValueSchema Written => ValueSchema.Number(1);

    private protected override Reading<double> Read(string text) =>
        double.TryParse(text, Styles, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number > 1 ? Ok(number) : Wrong(FindingCode.OutOfRange, "and an alarm that is always on warns of nothing", Example)
            : NotWanted();
}
