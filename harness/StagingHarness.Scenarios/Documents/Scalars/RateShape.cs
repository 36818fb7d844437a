using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Scalars;

/// <summary>Requests per second of real time: <c>100/s</c>.</summary>
internal sealed class RateShape : ScalarShape<double>
{
    // More than any generator holds; a slip of the finger, not a wish.
    private const double Highest = 100_000;

    public override string Wanted => "a rate";

    public override string Sample => "100/s";

    private protected override ValueSchema Written => ValueSchema.Written(@"^[0-9.]+\s*/s\s*$");

    private protected override Reading<double> Read(string text) => Quantity.Parse(text) switch
    {
        null when text.StartsWith('-') => Wrong(FindingCode.OutOfRange, "which is less than nothing", Example),
        null => NotWanted(),
        { Unit: not "/s" } => Wrong(FindingCode.WrongUnit, "which is not in requests per second of real time", Example),
        { Number: 0 } => Wrong(FindingCode.OutOfRange, "which is no traffic at all", Example),
        { Number: > Highest } => Wrong(FindingCode.OutOfRange, "which is more than 100000/s", Example),
        { Number: var rate } => Ok(rate),
    };
}
