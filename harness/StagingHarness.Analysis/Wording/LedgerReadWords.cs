using StagingHarness.History.Events;

namespace StagingHarness.Analysis.Wording;

/// <summary>What was read back, as the journal has it, in words.</summary>
public static class LedgerReadWords
{
    /// <summary><c>417 sent, 367 acknowledged, 0 of them lost and 0 doubled; not acknowledged: 0 present, 50 absent</c>.</summary>
    public static string Of(LedgerRead ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return $"{(ledger.Sent is { } sent ? $"{Figures.Count(sent)} sent, " : "")}{Figures.Count(ledger.Acknowledged)} acknowledged, "
            + $"{Figures.Count(ledger.Lost)} of them lost and {Figures.Count(ledger.Doubled)} doubled; not acknowledged: {Figures.Count(ledger.Unacknowledged)} present"
            + (ledger.UnacknowledgedAbsent is { } absent ? $", {Figures.Count(absent)} absent" : "");
    }
}
