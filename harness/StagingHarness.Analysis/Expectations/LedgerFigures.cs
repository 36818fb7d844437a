using StagingHarness.Analysis.Wording;

namespace StagingHarness.Analysis.Expectations;

/// <summary>The counts of a ledger, as the journal has them or as they were made anew.</summary>
internal sealed record LedgerFigures(long Sent, long Acknowledged, long Lost, long Doubled, long UnacknowledgedPresent, long UnacknowledgedAbsent)
{
    public override string ToString() =>
        $"{Figures.Count(Sent)} sent, {Figures.Count(Acknowledged)} acknowledged, {Figures.Count(Lost)} lost and {Figures.Count(Doubled)} doubled, "
            + $"not acknowledged {Figures.Count(UnacknowledgedPresent)} present and {Figures.Count(UnacknowledgedAbsent)} absent";
}
