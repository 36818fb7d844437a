using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Schemas;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Documents.Scalars;

/// <summary>What share is expected: <c>100 %</c>, <c>none</c>, <c>at least 99 %</c>, <c>at most 1 %</c>.</summary>
internal sealed class ShareBoundsShape : ScalarShape<ShareBounds>
{
    private const string AtLeast = "at least ";
    private const string AtMost = "at most ";

    public override string Wanted => "an expected share";

    public override string Sample => "100 %";

    private protected override ValueSchema Written => ValueSchema.Written(@"^(none|(at least |at most )?[0-9.]+\s*%\s*)$");

    private protected override string Example => "write '100 %', 'none', 'at least 99 %' or 'at most 1 %'";

    private protected override Reading<ShareBounds> Read(string text) => text switch
    {
        "none" => Ok(new ShareBounds(Share.None, Share.None)),
        _ when text.StartsWith(AtLeast, StringComparison.Ordinal) => Percent(text[AtLeast.Length..]).Then(share =>
            share == Share.None ? HoldsAnyway() : Ok(new ShareBounds(share, Share.All))),
        _ when text.StartsWith(AtMost, StringComparison.Ordinal) => Percent(text[AtMost.Length..]).Then(share =>
            share == Share.All ? HoldsAnyway() : Ok(new ShareBounds(Share.None, share))),
        _ => Percent(text).Then(share => Exactly(share, text)),
    };

    private static Reading<ShareBounds> Exactly(Share share, string text) =>
        share == Share.None || share == Share.All
            ? Ok(new ShareBounds(share, share))
            : Wrong(FindingCode.Unreadable, "and no measurement ever hits that exactly", $"write 'at least {text}' or 'at most {text}'");

    private Reading<ShareBounds> HoldsAnyway() => Wrong(FindingCode.AsksNothing, "which holds whatever happens", Example);

    private Reading<Share> Percent(string text) => Quantity.Parse(text) switch
    {
        null => Mistaken(FindingCode.Unreadable, $"which is not {Wanted}"),
        { Unit: not "%" } => Mistaken(FindingCode.WrongUnit, "which is not in percent"),
        { Number: > 100 } => Mistaken(FindingCode.OutOfRange, "which is more than the whole"),
        { Number: var percent } => new Reading<Share>.Read(new Share(percent / 100)),
    };

    private Reading<Share>.Mistaken Mistaken(FindingCode code, string why) => new(new ReadingMistake(code, why, Example));
}
