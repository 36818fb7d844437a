using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Scalars;

/// <summary>A stretch of real time, more than nothing and at most a day: <c>250ms</c>, <c>2s</c>, <c>5m</c>, <c>1h</c>.</summary>
internal sealed class RealDurationShape : ScalarShape<TimeSpan>
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public override string Wanted => "a real duration";

    public override string Sample => "2s";

    private protected override ValueSchema Written => ValueSchema.Written(@"^[0-9.]+\s*(ms|s|m|h)\s*$");

    private protected override string Example => "write it like '250ms', '2s' or '5m'";

    private protected override Reading<TimeSpan> Read(string text)
    {
        if (Quantity.Parse(text) is not { } quantity)
        {
            return NotWanted();
        }

        double? seconds = quantity.Unit switch
        {
            "ms" => quantity.Number / 1000,
            "s" => quantity.Number,
            "m" => quantity.Number * 60,
            "h" => quantity.Number * 3600,
            _ => null,
        };
        return (seconds, quantity.Unit) switch
        {
            (null, "min") => Wrong(
                FindingCode.WrongClock,
                "which is on the incident's clock, and this is real time",
                "write 'ms', 's', 'm' or 'h' ('5m' is five real minutes; incident minutes are written 'min' and scaled by 'clock.minute')"),
            (null, "") => Wrong(FindingCode.WrongUnit, "which has no unit", $"{Example}; this is real time"),
            (null, _) => Wrong(FindingCode.WrongUnit, $"and '{quantity.Unit}' is no unit of real time", "write 'ms', 's', 'm' or 'h'"),
            ( <= 0, _) => Wrong(FindingCode.OutOfRange, "which is no time at all", Example),
            _ when seconds > Longest.TotalSeconds => Wrong(FindingCode.OutOfRange, "which is more than a day", Example),
            _ => Ok(TimeSpan.FromSeconds(seconds.Value)),
        };
    }
}
