using System.Globalization;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Scalars;

/// <summary>A whole number between two bounds, both included.</summary>
internal sealed class CountShape : ScalarShape<int>
{
    public required int Least { get; init; }

    public required int Most { get; init; }

    /// <summary>A usual value, for the hint.</summary>
    public required int Usual { get; init; }

    public override string Wanted => "a whole number";

    public override string Sample => Usual.ToString(CultureInfo.InvariantCulture);

    private protected override ValueSchema Written => ValueSchema.Whole(Least, Most);

    private protected override Reading<int> Read(string text)
    {
        var isNumber = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        return (isNumber, number) switch
        {
            (false, _) => NotWanted(),
            (true, _) when number < Least => Wrong(FindingCode.OutOfRange, $"which is less than {Least}", Example),
            (true, _) when number > Most => Wrong(FindingCode.OutOfRange, $"which is more than {Most}", Example),
            (true, _) => Ok((int)number),
        };
    }
}
