using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Documents.Scalars;

/// <summary>A stretch of time on either clock, at most a day; the unit says on which: <c>2s</c> is real, <c>5 min</c> is the incident's.</summary>
internal sealed class ClockDurationShape : ScalarShape<ClockDuration>
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public override string Wanted => "a duration";

    public override string Sample => "2s";

    private protected override ValueSchema Written => ValueSchema.Written(@"^[0-9.]+\s*(ms|s|m|min)\s*$");

    private protected override string Example => "write real time like '250ms', '2s' or '5m', or time on the incident's clock like '5 min'";

    private protected override Reading<ClockDuration> Read(string text) => Quantity.Parse(text) switch
    {
        null => NotWanted(),
        { Unit: "h" } => Wrong(FindingCode.WrongUnit, "and 'h' is a unit of both clocks", "write minutes: '60m' is real time, '60 min' the incident's"),
        { Unit: "" } => Wrong(FindingCode.WrongUnit, "which has no unit", Example),
        { Unit: "ms", Number: var number } => Real(TimeSpan.FromMilliseconds(Math.Min(number, Longest.TotalMilliseconds + 1))),
        { Unit: "s", Number: var number } => Real(TimeSpan.FromSeconds(Math.Min(number, Longest.TotalSeconds + 1))),
        { Unit: "m", Number: var number } => Real(TimeSpan.FromMinutes(Math.Min(number, Longest.TotalMinutes + 1))),
        { Unit: "min", Number: var number } => number <= Longest.TotalMinutes
            ? Ok(new ClockDuration.Incident(new IncidentDuration(number)))
            : TooLong(),
        { Unit: var unit } => Wrong(FindingCode.WrongUnit, $"and '{unit}' is no unit of time", Example),
    };

    private Reading<ClockDuration> Real(TimeSpan time) => time <= Longest ? Ok(new ClockDuration.Real(time)) : TooLong();

    private Reading<ClockDuration> TooLong() => Wrong(FindingCode.OutOfRange, "which is more than a day", Example);
}
