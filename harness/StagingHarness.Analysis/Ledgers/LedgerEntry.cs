using StagingHarness.Protocols.Samples;

namespace StagingHarness.Analysis.Ledgers;

/// <summary>One write that was acknowledged: its id, and how its request went.</summary>
public sealed record LedgerEntry(string Id, Sample Sample);
