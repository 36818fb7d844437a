using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Scalars;

/// <summary>How many times as fast: <c>2x</c>.</summary>
internal sealed class SpeedShape : ScalarShape<double>
{
    private const double Slowest = 0.001;
    private const double Fastest = 1000;

    public override string Wanted => "a speed";

    public override string Sample => "2x";

    private protected override ValueSchema Written => ValueSchema.Written(@"^[0-9.]+\s*x\s*$");

    private protected override string Example => "write it like '1x', '2x' or '0.5x'";

    private protected override Reading<double> Read(string text) => Quantity.Parse(text) switch
    {
        null => NotWanted(),
        { Unit: not "x" } => Wrong(FindingCode.WrongUnit, "which does not say how many times as fast", Example),
        { Number: < Slowest or > Fastest } => Wrong(FindingCode.OutOfRange, "which is slower than 0.001x or faster than 1000x", Example),
        { Number: var speed } => Ok(speed),
    };
}
