using System.Collections.Immutable;

namespace StagingHarness.History.Ledgers;

/// <summary>What a file with ids holds.</summary>
/// <param name="Ids">In the order in which they were read back; what follows a damaged line is not read.</param>
/// <param name="Sha256">Lowercase hex SHA-256 of the file as it is now; null when there is none.</param>
public sealed record LedgerFileReading(ImmutableArray<string> Ids, string? Sha256);
