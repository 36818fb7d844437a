using System.Collections.Immutable;

namespace StagingHarness.Execution.Ledgers;

/// <summary>All pages that a server gave.</summary>
internal sealed record LedgerPages(string Instance, int Count, ImmutableArray<string> Ids);
