using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Documents.Scalars;

/// <summary>A stretch of incident time, at most a day: <c>5 min</c>, <c>1 h</c>.</summary>
internal sealed class IncidentDurationShape : ScalarShape<IncidentDuration>
{
    private const double LongestMinutes = 24 * 60;

    /// <summary>No time at all is fine as well: the step takes as long as it really takes.</summary>
    public required bool MayBeZero { get; init; }

    public override string Wanted => "an incident duration";

    public override string Sample => "5 min";

    private protected override ValueSchema Written => ValueSchema.Written(@"^[0-9.]+\s*(min|h)\s*$");

    private protected override string Example => "write it like '5 min' or '1 h'";

    private protected override Reading<IncidentDuration> Read(string text)
    {
        if (Quantity.Parse(text) is not { } quantity)
        {
            return NotWanted();
        }

        double? minutes = quantity.Unit switch
        {
            "min" => quantity.Number,
            "h" => quantity.Number * 60,
            _ => null,
        };
        return (minutes, quantity.Unit) switch
        {
            (null, "ms" or "s" or "m") => Wrong(
                FindingCode.WrongClock,
                "which is real time, and this is on the incident's clock",
                "write 'min' or 'h' ('clock.minute' says how much real time an incident minute takes)"),
            (null, "") => Wrong(FindingCode.WrongUnit, "which has no unit", $"{Example}; this is on the incident's clock"),
            (null, _) => Wrong(FindingCode.WrongUnit, $"and '{quantity.Unit}' is no unit of incident time", "write 'min' or 'h'"),
            (0, _) when !MayBeZero => Wrong(FindingCode.OutOfRange, "which is no time at all", Example),
            ( > LongestMinutes, _) => Wrong(FindingCode.OutOfRange, "which is more than a day", Example),
            _ => Ok(new IncidentDuration(minutes.Value)),
        };
    }
}
