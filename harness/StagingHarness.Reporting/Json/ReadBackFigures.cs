using StagingHarness.Analysis.Expectations;
using StagingHarness.Reporting.Runs;

namespace StagingHarness.Reporting.Json;

/// <summary>What the traffic wrote and what was read back of it, for programs.</summary>
internal static class ReadBackFigures
{
    /// <summary>Null when no ledger was read; what is not known of it is null.</summary>
    public static object? Of(JudgedRun run) => LedgerReadBack.Of(run.Analysis) is not { } ledger ? null : new
    {
        ledger.Read.Instance,
        ledger.Read.Sent,
        ledger.Read.Acknowledged,
        ledger.Read.Lost,
        ledger.Read.Doubled,
        UnacknowledgedPresent = ledger.Read.Unacknowledged,
        ledger.Read.UnacknowledgedAbsent,
        ledger.Read.WarmUp,
        ledger.Read.Foreign,
        ledger.WhyUnread,
    };
}
