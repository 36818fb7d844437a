using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Documents.Scalars;

/// <summary>A part of a whole in percent: <c>0.1 %</c>. Below <see cref="LessThan"/> percent and above nothing where it is given.</summary>
internal sealed class ShareShape : ScalarShape<Share>
{
    /// <summary>Percent; null allows 0 to 100, both included.</summary>
    public double? LessThan { get; init; }

    public override string Wanted => "a share";

    /// <summary>A usual value, for the hint; null where that of the bound will do.</summary>
    public string? Usual { get; init; }

    public override string Sample => Usual ?? (LessThan is null ? "100 %" : "0.1 %");

    private protected override ValueSchema Written => ValueSchema.Written(@"^[0-9.]+\s*%\s*$");

    private protected override Reading<Share> Read(string text) => Quantity.Parse(text) switch
    {
        null => NotWanted(),
        { Unit: "", Number: > 0 and < 1 and var part } => Wrong(
            FindingCode.WrongUnit, "which is not in percent", FormattableString.Invariant($"write '{(decimal)part:0.####} %', or '{(decimal)part * 100:0.####} %' where a part of one was meant")),
        { Unit: not "%" } => Wrong(FindingCode.WrongUnit, "which is not in percent", Example),
        { Number: > 100 } => Wrong(FindingCode.OutOfRange, "which is more than the whole", Example),
        { Number: var percent } when LessThan is { } limit && (percent <= 0 || percent >= limit) =>
            Wrong(FindingCode.OutOfRange, $"which is not between 0 % and {limit} %", Example),
        { Number: var percent } => Ok(new Share(percent / 100)),
    };
}
