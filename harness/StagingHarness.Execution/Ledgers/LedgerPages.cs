using System.Collections.Immutable;

namespace StagingHarness.Execution.Ledgers;

/// <summary>All pages that a server gave.</summary>
/// <param name="Instance">The server.</param>
/// <param name="Count">Of pages.</param>
/// <param name="Ids">On all of them.</param>
/// <param name="NamesNext">A page said which one comes next, or that none does.</param>
internal sealed record LedgerPages(string Instance, int Count, ImmutableArray<string> Ids, bool NamesNext);
