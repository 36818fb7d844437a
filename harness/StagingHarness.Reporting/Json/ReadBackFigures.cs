using StagingHarness.History.Events;
using StagingHarness.Reporting.Runs;

namespace StagingHarness.Reporting.Json;

/// <summary>What the traffic wrote and what was read back of it, for programs.</summary>
internal static class ReadBackFigures
{
    /// <summary>Null when no ledger was read; what is not known of it is null.</summary>
    public static object? Of(JudgedRun run) => run.Record.Events.OfType<LedgerRead>().LastOrDefault() is not { } ledger ? null : new
    {
        ledger.Instance,
        ledger.Sent,
        ledger.Acknowledged,
        ledger.Lost,
        ledger.Doubled,
        UnacknowledgedPresent = ledger.Unacknowledged,
        ledger.UnacknowledgedAbsent,
        ledger.WarmUp,
        ledger.Foreign,
    };
}
