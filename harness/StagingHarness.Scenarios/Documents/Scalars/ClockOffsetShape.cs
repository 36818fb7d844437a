using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Scalars;

/// <summary>How far a clock is off, in real time with its sign, at most a day: <c>+10m</c>, <c>-30s</c>, <c>+0s</c>.</summary>
internal sealed class ClockOffsetShape : ScalarShape<TimeSpan>
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public override string Wanted => "a clock's offset";

    public override string Sample => "+10m";

    private protected override ValueSchema Written => ValueSchema.Written(@"^[+-]\s*[0-9.]+\s*(s|m|h)\s*$");

    private protected override string Example => "write it like '+10m' (ahead of true time) or '-30s' (behind it)";

    private protected override Reading<TimeSpan> Read(string text)
    {
        if (text.Length == 0 || text[0] is not ('+' or '-') || Quantity.Parse(text[1..]) is not { } quantity)
        {
            return NotWanted();
        }

        double? seconds = quantity.Unit switch
        {
            "s" => quantity.Number,
            "m" => quantity.Number * 60,
            "h" => quantity.Number * 3600,
            _ => null,
        };
        return seconds switch
        {
            null when quantity.Unit == "min" => Wrong(
                FindingCode.WrongClock, "which is on the incident's clock, and tokens are on the real one", "write 's', 'm' or 'h'"),
            null => Wrong(FindingCode.WrongUnit, "which has no unit of real time that tokens know", "write 's', 'm' or 'h'"),
            { } length when length > Longest.TotalSeconds => Wrong(FindingCode.OutOfRange, "which is more than a day", Example),
            { } length => Ok(TimeSpan.FromSeconds(text[0] == '-' ? -length : length)),
        };
    }
}
