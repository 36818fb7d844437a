using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Scalars;

/// <summary>How often: <c>3 times</c>, <c>1 time</c>, or a rate per second of real time, <c>5/s</c>.</summary>
internal sealed class OccurrenceShape : ScalarShape<Occurrence>
{
    private const double Most = 1_000_000;

    /// <summary>0 is a bound as well: at most 0 times is never.</summary>
    public required bool MayBeZero { get; init; }

    /// <summary>So many in a second are meant as well.</summary>
    public bool MayBeRate { get; init; } = true;

    public override string Wanted => "a number of times";

    public override string Sample => "3 times";

    private protected override ValueSchema Written => ValueSchema.Written(MayBeRate ? @"^[0-9.]+\s*(time|times|/s)\s*$" : @"^[0-9.]+\s*(time|times)\s*$");

    private protected override string Example => MayBeRate ? "write it like '3 times', or as a rate like '5/s'" : "write it like '3 times'";

    private protected override Reading<Occurrence> Read(string text) => Quantity.Parse(text) switch
    {
        null => NotWanted(),
        { Unit: not ("time" or "times" or "/s") } => Wrong(FindingCode.WrongUnit, "which has no unit of how often", Example),
        { Unit: "/s" } when !MayBeRate => Wrong(FindingCode.WrongUnit, "which is a rate, and not a number of times", Example),
        { Number: 0 } when !MayBeZero => Wrong(FindingCode.AsksNothing, "which holds whatever happens", Example),
        { Number: > Most } => Wrong(FindingCode.OutOfRange, "which is more than 1000000", Example),
        { Unit: "/s", Number: var rate } => Ok(new Occurrence.PerSecond(rate)),
        { Number: var times } => times % 1 == 0
            ? Ok(new Occurrence.Times((int)times))
            : Wrong(FindingCode.Unreadable, "and nothing happens a part of a time", Example),
    };
}
