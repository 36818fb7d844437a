using StagingHarness.Analysis.Ledgers;
using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Wording;
using StagingHarness.History.Events;

namespace StagingHarness.Analysis.Expectations;

/// <summary>What was written and read back, for reports.</summary>
/// <param name="Read">As the journal has it.</param>
/// <param name="WhyUnread">Why no verdict relies on it: it was counted anew, and does not agree; null when it does.</param>
public sealed record LedgerReadBack(LedgerRead Read, string? WhyUnread)
{
    /// <summary>Null when nothing was read back.</summary>
    public static LedgerReadBack? Of(RunAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        var record = analysis.Record;
        return record.Events.OfType<LedgerRead>().LastOrDefault() is { } read
            ? new LedgerReadBack(read, LedgerEvaluator.WhyUnread(analysis, LedgerCount.Of(record.Plan, record.Samples, record.LedgerIds)))
            : null;
    }

    public override string ToString() => LedgerReadWords.Of(Read) + (WhyUnread is { } why ? $" (not relied on: {why})" : "");
}
