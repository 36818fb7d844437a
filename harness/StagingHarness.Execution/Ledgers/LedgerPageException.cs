namespace StagingHarness.Execution.Ledgers;

/// <summary>A page of the ledger does not hold what it should; the message goes on after "what it answered cannot be read:".</summary>
internal sealed class LedgerPageException(string message) : Exception(message);
