using System.Globalization;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Scenarios.Documents.Scalars;

/// <summary>How many are expected: <c>0</c>, <c>at most 3</c>, <c>at least 1</c>.</summary>
internal sealed class CountBoundsShape : ScalarShape<CountBounds>
{
    private const string AtLeast = "at least ";
    private const string AtMost = "at most ";

    public override string Wanted => "an expected number";

    public override string Sample => "0";

    private protected override ValueSchema Written => ValueSchema.Matching("^(at least |at most )?[0-9]+$");

    private protected override string Example => "write '0', 'at most 3' or 'at least 1'";

    private protected override Reading<CountBounds> Read(string text) => text switch
    {
        _ when text.StartsWith(AtLeast, StringComparison.Ordinal) => Number(text[AtLeast.Length..]).Then(number => number == 0
            ? Wrong(FindingCode.AsksNothing, "which holds whatever happens", Example)
            : Ok(new CountBounds(number, long.MaxValue))),
        _ when text.StartsWith(AtMost, StringComparison.Ordinal) => Number(text[AtMost.Length..]).Then(number => Ok(new CountBounds(0, number))),
        _ => Number(text).Then(number => Ok(new CountBounds(number, number))),
    };

    private Reading<long> Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? new Reading<long>.Read(number)
        : new Reading<long>.Mistaken(new ReadingMistake(FindingCode.Unreadable, $"which is not {Wanted}", Example));
}
